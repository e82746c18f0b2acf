import type { Identity, SmallGroups } from "#debate/rules/session-options.ts";

/** What a session promises: about names, and whether the class sees groups of a few people [Z1]. */
export const KINDS = ["anonymous", "anonymousTelling", "pseudonymHiding", "pseudonym", "named"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Who can learn something about a student: anyone with the code or a link to the results; classmates' phones; the student; a partner in
 * a pair; the projector; assistants; the host; the host's files, and the same without names; the server's log.
 */
export const AUDIENCES = [
  "reader",
  "class",
  "self",
  "partner",
  "screen",
  "assistant",
  "host",
  "files",
  "nameless",
  "log",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Whose knowledge an audience has, too: everyone can read the results, and a student is one of the class. */
const ALSO: Partial<Record<Audience, Audience>> = {
  self: "class",
  partner: "class",
  class: "reader",
  screen: "reader",
  assistant: "reader",
  host: "reader",
};

/**
 * When, and where: as it happens; once the host shows it; once results are open; in them if it singles out no one [Z2]; if there are at
 * least four; if at least five in each camp endorsed it; if the host picked it; while the host puts it on the projector.
 */
export const EXTENTS = ["now", "shown", "results", "groups", "four", "five", "picked", "put"] as const;
export type Extent = (typeof EXTENTS)[number];

type Told = readonly [kinds: readonly Kind[], audiences: readonly Audience[], extent: Extent];

const ANONYMOUS = ["anonymous", "anonymousTelling"] as const;
const PSEUDONYMS = ["pseudonymHiding", "pseudonym"] as const;
const NAMES = [...PSEUDONYMS, "named"] as const;
const HIDING = ["anonymous", "pseudonymHiding"] as const;
const TELLING = ["anonymousTelling", "pseudonym", "named"] as const;
const FILES = ["files", "nameless"] as const;

const WORDS = [
  [KINDS, ["self"], "now"],
  [NAMES, ["host", ...FILES], "now"],
  [ANONYMOUS, ["host"], "four"],
] as const satisfies Told[];
/** [Z2] Everyone is told the same of a class's votes, but for the host of a session with names. */
const COUNTS = [
  [TELLING, ["reader"], "results"],
  [HIDING, ["reader"], "groups"],
  [NAMES, ["host"], "now"],
] as const satisfies Told[];

/**
 * [V47] What each audience may know of a student, in each kind of session. An audience is never told what no line tells it. A test looks
 * for each of these in all that each audience receives (`tests/integration/promise.test.ts`); `docs/privacy.md` prints the table.
 */
export const PROMISE = {
  // Who someone is.
  id: [
    [KINDS, ["self"], "now"],
    [NAMES, ["assistant", "host"], "now"],
  ],
  name: [[NAMES, ["class", "screen", "assistant", "host", "files"], "now"]],
  partnersName: [[["named"], ["partner"], "now"]],
  realName: [[PSEUDONYMS, ["self", "host", "files"], "now"]],
  code: [[KINDS, ["host"], "now"]],
  codeUsed: [[NAMES, ["host"], "now"]],
  claim: [],
  presence: [[NAMES, ["assistant", "host"], "now"]],
  participation: [[NAMES, ["host"], "now"]],
  reading: [[KINDS, ["self"], "now"]],

  // What someone voted.
  votes: [
    [KINDS, ["self"], "now"],
    [NAMES, ["partner", "host", "files"], "now"],
  ],
  choice: [
    [KINDS, ["self"], "now"],
    [NAMES, ["partner", "host", "files"], "now"],
  ],
  times: [
    [KINDS, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  words: WORDS,
  pickedWords: [
    ...WORDS,
    [KINDS, ["screen"], "put"],
    [KINDS, ["reader"], "picked"],
    [ANONYMOUS, FILES, "picked"],
  ],
  guess: [
    [KINDS, ["self"], "results"],
    [NAMES, ["files"], "results"],
  ],

  // What someone found of others, and wrote at the end.
  endorsed: [
    [KINDS, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  shown: [
    [KINDS, ["self"], "now"],
    [NAMES, ["files"], "now"],
  ],
  reported: [[KINDS, ["self"], "now"]],
  exit: [
    [KINDS, ["self"], "results"],
    [NAMES, ["host", ...FILES], "results"],
    [ANONYMOUS, ["host", ...FILES], "four"],
  ],
  whoseExit: [
    [KINDS, ["self"], "results"],
    [NAMES, ["host", "files"], "results"],
  ],

  // What is counted.
  endorsements: [
    [KINDS, ["class", "screen", "assistant", "host", ...FILES], "now"],
    [KINDS, ["reader"], "results"],
  ],
  camps: [[NAMES, ["host"], "now"]],
  order: [[NAMES, ["host"], "now"]],
  commonGround: [
    [TELLING, ["reader"], "five"],
    [NAMES, ["host"], "now"],
  ],
  tallies: [[["pseudonym", "named"], ["screen", "assistant"], "shown"], ...COUNTS],
  flow: COUNTS,
  roundedFlow: [[HIDING, ["reader"], "results"]],
  credits: COUNTS,
  movers: [[NAMES, ["host"], "now"]],
  guesses: [
    [TELLING, ["reader"], "results"],
    [HIDING, ["reader"], "groups"],
    [NAMES, ["host", ...FILES], "results"],
    [["anonymousTelling"], FILES, "results"],
    [["anonymous"], FILES, "groups"],
  ],
  guessesByCamp: [[NAMES, ["host"], "results"]],
  note: [[KINDS, ["host"], "now"]],
} as const satisfies Record<string, readonly Told[]>;
export type Fact = keyof typeof PROMISE;
export const FACTS = Object.keys(PROMISE) as Fact[];

/** Which promise a session makes. */
export function kindOf({ identity, smallGroups }: { identity: Identity; smallGroups: SmallGroups }): Kind {
  if (identity === "anonymous") return smallGroups === "hide" ? "anonymous" : "anonymousTelling";
  if (identity === "pseudonym") return smallGroups === "hide" ? "pseudonymHiding" : "pseudonym";
  return "named";
}

/** [V47] When and where an audience learns something; null if never. */
export function extentOf(kind: Kind, audience: Audience, fact: Fact): Extent | null {
  const lines: readonly Told[] = PROMISE[fact];
  const line = lines.find(([kinds, audiences]) => kinds.includes(kind) && audiences.includes(audience));
  const also = ALSO[audience];
  return line?.[2] ?? (also ? extentOf(kind, also, fact) : null);
}
