import { createHash } from "node:crypto";
import type { ExperimentKind } from "#debate/activities/experiment/terms.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { hashOfDebate } from "#server/store/sessions/debate-hash.ts";

/** What each kind asks, as the plan says it. */
const KINDS = {
  order: {
    question: "Does the side that is read first change how far people move?",
    a: "The reading begins with For.",
    b: "The reading begins with Against.",
  },
  switch: {
    question:
      "Do people move further toward the other side if they write its best argument before the last vote?",
    a: "Writes the best argument of the other side before the last vote.",
    b: "Writes the best argument of the other side after the last vote.",
  },
  arguing: {
    question: "Does arguing move people beyond what reading does?",
    a: "Votes the second time after arguing.",
    b: "Votes the second time right after reading.",
  },
} as const satisfies Record<ExperimentKind, object>;

const TOWARD_FOR = "against is -1, undecided 0, for 1";

/** What is measured of each person. */
function outcomeOf(kind: ExperimentKind, hasReadingVote: boolean): string {
  if (kind === "switch")
    return "The step from the first vote to the last, toward the other side than the first vote's; of undecided people, toward the side that they wrote for.";
  const second = {
    order: hasReadingVote ? "the vote after reading" : "the last vote",
    arguing: "the second vote",
  };
  return `The step from the first vote to ${second[kind]} (${TOWARD_FOR}).`;
}

/** [M23] The plan of a session's experiment, as JSON. It names the seed by its hash. */
export function planOf(
  debate: Debate,
  { questions, activities: { experiment } }: Settings,
  seed: string,
): string | null {
  if (!experiment) return null;
  const { question, ...arms } = KINDS[experiment.kind];
  return JSON.stringify({
    format: 1,
    resolution: debate.resolution,
    debateHash: hashOfDebate(debate),
    experiment: experiment.kind,
    question,
    arms,
    outcome: outcomeOf(experiment.kind, questions.readingVote),
    analyzed: "Everyone who voted both times, in the arm that was drawn, whatever they did.",
    estimator: "100 x (mean of arm a - mean of arm b), with Welch's 95 % interval.",
    chance:
      "The share of allocations within strata, sizes kept, whose difference is at least as far from 0: exact up to 40 people, else of 9,999 seeded draws.",
    allocation:
      experiment.kind === "order"
        ? "Permuted blocks of four, in the order of the seats' random ids."
        : "Permuted blocks of four within strata of the first vote.",
    leastArm: 8,
    seedHash: hashOfPlan(seed),
  });
}

/** Sha-256, in hex. */
export function hashOfPlan(plan: string): string {
  return createHash("sha256").update(plan).digest("hex");
}
