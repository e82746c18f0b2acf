// [W22] What a host presses of activities, in the order of the lesson.
import { laterVote } from "#tests/activities/later-vote/presses.ts";
import { pairs } from "#tests/activities/pairs/presses.ts";
import { speaking } from "#tests/activities/speaking/presses.ts";
import { steelman } from "#tests/activities/steelman/presses.ts";

export const PRESSED = [speaking, pairs, steelman, laterVote] as const;
