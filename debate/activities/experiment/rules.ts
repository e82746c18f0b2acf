import type { z } from "zod";
import type { Activity } from "#debate/activities/activity.ts";
import type * as messages from "#debate/activities/experiment/messages.ts";
import {
  EXPERIMENTS,
  type ExperimentKind,
  FIRST_WRITING,
  LATER_WRITING,
} from "#debate/activities/experiment/terms.ts";
import type { Side } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { NAMES } from "#debate/rules/promise-terms.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";

/** [M24] The arm of a student, and in `switch` what they wrote. */
export type OwnExperiment = z.infer<typeof messages.OwnExperiment>;
/** [M25] */
export type ExperimentResult = z.infer<typeof messages.ExperimentResult>;
/** [M27] How many seats are in each arm, and have done what it asks first. */
export type ExperimentCounts = z.infer<typeof messages.ExperimentCounts>;

type Settings = { kind: ExperimentKind };
type Chosen = { identity: Identity; activities: { experiment?: Settings; steelman?: object } };
type Room = Chosen & { phase: string; experiment?: ExperimentCounts | null };
type Written = { body: string; side?: Side | undefined };
type Mine = { experiment?: OwnExperiment };

const isSwitch = ({ kind }: Settings) => kind === "switch";

/** [M23] Half of the class, drawn by lot, does one thing first. */
export const experiment = {
  name: "experiment",
  choices: { kind: EXPERIMENTS },
  phases: [
    { name: FIRST_WRITING, after: "rebuttal", when: isSwitch, minutes: {}, ownView: true },
    { name: LATER_WRITING, after: "after", when: isSwitch, minutes: {}, ownView: true },
  ],
  excluded: {
    when: ({ identity, activities: { experiment: chosen, steelman } }: Chosen) =>
      chosen?.kind === "switch" && (identity === "anonymous" || steelman !== undefined),
    why: "switch: not in an anonymous session, nor with steelman, for which everyone writes the same",
  },
  /** [M23] In `arguing`, half of the class votes the second time right after reading. */
  votesAfterReading: ({ kind }: Settings) => kind === "arguing",
  open: { from: "reading", until: "results" },
  sends: {
    "experiment:began": {
      from: ["student"],
      keeps: { subject: () => "experiment began", confirmed: () => ({}) },
    },
    "experiment:write": {
      from: ["student"],
      costs: 5,
      keeps: {
        subject: () => "experiment",
        confirmed({ body, side }: Written, { experiment: own }: Mine) {
          return own && side ? { experiment: { ...own, written: { body, side } } } : {};
        },
        ifRefused: ({ body }: Written) => [body],
      },
    },
  },
  promise: {
    arm: {
      says: "which half someone was drawn into",
      visibleTo: [
        [IDENTITIES, ["self"], "now"],
        [NAMES, ["files"], "now"],
      ],
    },
  },
  /** [M27] Nobody but the host learns how large the halves are. [M29] That half votes is no secret. */
  view(role, { experiment: counts, identity, phase, activities }: Room) {
    const isHalf = phase === "reading-vote" && activities.experiment?.kind === "arguing";
    return {
      ...(role === "host" && identity !== "anonymous" && present({ experiment: counts ?? undefined })),
      ...(role !== "student" && isHalf && { halfVotes: true as const }),
    };
  },
} as const satisfies Activity;
