// Which settings exclude each other, without a schema, whose library every page would load.
import type { Identity, PAIRS } from "#debate/rules/session-options.ts";

type Choices = {
  identity: Identity;
  pairs: (typeof PAIRS)[number];
  steelman: boolean;
  speaking: boolean;
  starters: boolean;
};

const isAnonymous = ({ identity }: Choices) => identity === "anonymous";
const hasNoRebuttals = ({ pairs }: Choices) => pairs === "instead";

/** [H11] Settings that some sessions can't have: what they are without it, when, and why, for programs. */
const EXCLUDED = {
  // [P22]
  pairs: { off: "off", when: isAnonymous, why: "not in an anonymous session" },
  // [P16]
  steelman: { off: false, when: isAnonymous, why: "not in an anonymous session" },
  // [P11]
  speaking: { off: false, when: hasNoRebuttals, why: "not with pairs in place of rebuttals" },
  // [X12]
  starters: { off: false, when: hasNoRebuttals, why: "not with pairs in place of rebuttals" },
} as const satisfies {
  [setting in keyof Choices]?: { off: Choices[setting]; when: (chosen: Choices) => boolean; why: string };
};
export type Excludable = keyof typeof EXCLUDED;
const EXCLUDABLE = Object.keys(EXCLUDED) as Excludable[];

/** Whether a session with these other settings can't have this one. */
export function isExcluded(setting: Excludable, chosen: Choices): boolean {
  return EXCLUDED[setting].when(chosen);
}

/** What is chosen and can't be, beside the rest, with why. */
export function clashesIn(chosen: Choices): { setting: Excludable; why: string }[] {
  return EXCLUDABLE.filter(
    (setting) => isExcluded(setting, chosen) && chosen[setting] !== EXCLUDED[setting].off,
  ).map((setting) => ({ setting, why: EXCLUDED[setting].why }));
}

/** The same settings without what can't be. */
export function withoutClashes<Chosen extends Choices>(chosen: Chosen): Chosen {
  let fitting = chosen;
  for (const setting of EXCLUDABLE)
    if (isExcluded(setting, fitting)) fitting = { ...fitting, [setting]: EXCLUDED[setting].off };
  return fitting;
}
