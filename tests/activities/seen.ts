// [V1] What audiences see of each activity; one without a line here does not compile.
import type { ActivityName } from "#debate/activities/index.ts";
import { comprehension } from "#tests/activities/comprehension/seen.ts";
import { exitTicket } from "#tests/activities/exit-ticket/seen.ts";
import { experiment } from "#tests/activities/experiment/seen.ts";
import { guess } from "#tests/activities/guess/seen.ts";
import { laterVote } from "#tests/activities/later-vote/seen.ts";
import { pairs } from "#tests/activities/pairs/seen.ts";
import { reading } from "#tests/activities/reading/seen.ts";
import { speaking } from "#tests/activities/speaking/seen.ts";
import { steelman } from "#tests/activities/steelman/seen.ts";
import { NOTHING_IS_SEEN, type WhatIsSeen } from "#tests/activities/what-is-seen.ts";

export const SEEN: Record<ActivityName, WhatIsSeen> = {
  outlook: NOTHING_IS_SEEN,
  control: NOTHING_IS_SEEN,
  experiment,
  reading,
  comprehension,
  starters: NOTHING_IS_SEEN,
  speaking,
  pairs,
  steelman,
  guess,
  exitTicket,
  laterVote,
};
