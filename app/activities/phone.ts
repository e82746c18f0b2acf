import { comprehensionPhone } from "#app/activities/comprehension/phone.ts";
import { experimentPhone } from "#app/activities/experiment/phone.ts";
import { guessPhone } from "#app/activities/guess/phone.ts";
import { pairsPhone } from "#app/activities/pairs/phone.ts";
import { readingPhone } from "#app/activities/reading/phone.ts";
import { steelmanPhone } from "#app/activities/steelman/phone.ts";
import type { Live } from "#app/live/live.ts";
import type { AllWords, WordsOf } from "#app/messages/words.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import type { QueuedMessage } from "#debate/activities/keeping.ts";
import { merged, partsIn } from "#debate/activities/merged.ts";
import type { Activities } from "#debate/rules/activity-settings.ts";
import type { Phase, PhaseWithView } from "#debate/rules/phase-order.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type Said = AllWords | { words: AllWords; values?: Readonly<Record<string, number>> };

/** What each phone of a class knows of an activity from the start. No components: what has a seat imports this. */
type PhoneParts = {
  name: ActivityName;
  /** What the lobby says that the class does in it. `isLast`: after its last vote. */
  step?: {
    isLast: boolean;
    words: (activities: Activities) => WordsOf<"student.wait.steps">;
  };
  /** [V11] What students are promised when they join. `isLast`: after the sentences about groups. */
  promise?: {
    isLast: boolean;
    words: (activities: Activities, identity: Identity) => WordsOf<"student.promise">;
  };
  /** Whether the phone does not show its own student's name now. */
  hidesOwnName?: (session: { phase: Phase; settings: Settings }) => boolean;
  /** [F19] The view that fills the window of a small phone. */
  fills?: PhaseWithView;
  /** Whether something stands above every view while it is used: its `Bar`, which loads later. */
  hasBar?: true;
  /** Messages of which a phone says once that they were refused, with their own words for some codes. */
  refused?: { [Name in QueuedMessage["name"]]?: { [Code in Refusal]?: Said } };
  /** What the phone stores beside the outbox, and what happens to it when a message is refused. */
  desk?: {
    keeps: (place: (what: string) => string) => object;
    refused: (message: QueuedMessage, refusal: Refusal, kept: never, live: Pick<Live, "resync">) => void;
  };
};

const PARTS = [
  experimentPhone,
  readingPhone,
  comprehensionPhone,
  { name: "speaking", hasBar: true },
  pairsPhone,
  steelmanPhone,
  guessPhone,
  {
    name: "laterVote",
    step: { isLast: true, words: () => "later" },
    // [J2]
    promise: { isLast: true, words: () => "later" },
  },
] as const satisfies readonly PhoneParts[];

export const PHONE: readonly PhoneParts[] = PARTS;

export const DESKS = partsIn(PARTS, "desk");
export const activityStores = (place: (what: string) => string) =>
  merged(DESKS.map(({ keeps }) => keeps(place)));
export type ActivityDesk = ReturnType<typeof activityStores>;

const REFUSED: { readonly [name: string]: { [Code in Refusal]?: Said } } = merged(partsIn(PARTS, "refused"));

/** What a phone says of a message that was refused; null for nothing. */
export function saidIfRefused(name: string, code: Refusal): Exclude<Said, string> | null {
  const own = REFUSED[name];
  if (!own) return null;
  const said = own[code] ?? (`refusals.${code}` as const);
  return typeof said === "string" ? { words: said } : said;
}
