import { ALSO_VISIBLE, PROMISES } from "#debate/activities/index.ts";
import {
  ANONYMOUS,
  type Audience,
  type Extent,
  FILES,
  NAMES,
  type VisibleTo,
} from "#debate/rules/promise-terms.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";

/** Whose knowledge an audience has, too: everyone can read the results, and a student is one of the class. */
const ALSO: Partial<Record<Audience, Audience>> = {
  self: "class",
  partner: "class",
  class: "reader",
  screen: "reader",
  assistant: "reader",
  host: "reader",
};

const WORDS = [
  [IDENTITIES, ["self"], "now"],
  [NAMES, ["host", ...FILES], "now"],
  [ANONYMOUS, ["host"], "four"],
] as const satisfies VisibleTo[];
/** [Z2] Everyone sees the same counts of a class's votes, except the host of a session with names. */
const COUNTS = [
  [NAMES, ["reader"], "results"],
  [ANONYMOUS, ["reader"], "groups"],
  [NAMES, ["host"], "now"],
] as const satisfies VisibleTo[];

/**
 * [V47] What each audience may know of a student, in each kind of session. An audience is never told what no line tells it. A test looks
 * for each of these in all that each audience receives (`tests/integration/promise.test.ts`); `docs/privacy.md` prints the table.
 */
export const PROMISE = {
  // Who someone is.
  id: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["assistant", "host"], "now"],
  ],
  name: [[NAMES, ["class", "screen", "assistant", "host", "files"], "now"]],
  realName: [[["pseudonym"], ["self", "host", "files"], "now"]],
  code: [[IDENTITIES, ["host"], "now"]],
  codeUsed: [[NAMES, ["host"], "now"]],
  student: [[NAMES, ["host"], "now"]],
  studentCode: [[NAMES, ["host"], "now"]],
  claim: [],
  presence: [[NAMES, ["assistant", "host"], "now"]],
  participation: [[NAMES, ["host"], "now"]],
  marks: [
    [NAMES, ["host"], "now"],
    [NAMES, ["self"], "released"],
  ],

  // What someone voted.
  votes: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["host", "files"], "now"],
  ],
  choice: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["host", "files"], "now"],
  ],
  times: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  words: WORDS,
  pickedWords: [
    ...WORDS,
    [IDENTITIES, ["screen"], "put"],
    [IDENTITIES, ["reader"], "picked"],
    [ANONYMOUS, FILES, "picked"],
  ],

  // What someone found of others.
  endorsed: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  shown: [
    [IDENTITIES, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  reported: [[IDENTITIES, ["self"], "now"]],

  // What is counted.
  endorsements: [
    [IDENTITIES, ["class", "screen", "assistant", "host", ...FILES], "now"],
    [IDENTITIES, ["reader"], "results"],
  ],
  camps: [[NAMES, ["host"], "now"]],
  order: [[NAMES, ["host"], "now"]],
  commonGround: [
    [NAMES, ["reader"], "five"],
    [NAMES, ["host"], "now"],
  ],
  tallies: [[NAMES, ["screen", "assistant"], "shown"], ...COUNTS],
  flow: COUNTS,
  roundedFlow: [[ANONYMOUS, ["reader"], "results"]],
  credits: COUNTS,
  movers: [[NAMES, ["host"], "now"]],
  note: [[IDENTITIES, ["host"], "now"]],
} as const satisfies Record<string, readonly VisibleTo[]>;
export type Fact = keyof typeof PROMISE | keyof typeof PROMISES;
export const FACTS = [...Object.keys(PROMISE), ...Object.keys(PROMISES)] as Fact[];

/** Activities add lines to these alone. */
const ADDED: {
  readonly [fact in keyof typeof ALSO_VISIBLE]: fact extends keyof typeof PROMISE
    ? readonly VisibleTo[]
    : never;
} = ALSO_VISIBLE;

/** The lines about one thing. */
export function visibleTo(fact: Fact): readonly VisibleTo[] {
  if (isActivities(fact)) return PROMISES[fact].visibleTo;
  return isAddedTo(fact) ? [...PROMISE[fact], ...ADDED[fact]] : PROMISE[fact];
}

function isAddedTo(fact: Fact): fact is keyof typeof ADDED {
  return Object.hasOwn(ADDED, fact);
}

export function isActivities(fact: Fact): fact is keyof typeof PROMISES {
  return Object.hasOwn(PROMISES, fact);
}

/** [V47] When and where an audience learns something; null if never. */
export function extentOf(identity: Identity, audience: Audience, fact: Fact): Extent | null {
  const line = visibleTo(fact).find(
    ([identities, audiences]) => identities.includes(identity) && audiences.includes(audience),
  );
  const also = ALSO[audience];
  return line?.[2] ?? (also ? extentOf(identity, also, fact) : null);
}
