// [V47] What the test of the promise has of each activity; a fact of one without a line here does not compile.
import { comprehension } from "#tests/activities/comprehension/promise.ts";
import { exitTicket } from "#tests/activities/exit-ticket/promise.ts";
import { experiment } from "#tests/activities/experiment/promise.ts";
import { guess } from "#tests/activities/guess/promise.ts";
import { laterVote } from "#tests/activities/later-vote/promise.ts";
import { pairs } from "#tests/activities/pairs/promise.ts";
import { reading } from "#tests/activities/reading/promise.ts";
import { speaking } from "#tests/activities/speaking/promise.ts";
import { steelman } from "#tests/activities/steelman/promise.ts";

export const PROMISED = [
  experiment,
  reading,
  comprehension,
  speaking,
  pairs,
  steelman,
  guess,
  exitTicket,
  laterVote,
] as const;
