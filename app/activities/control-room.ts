// What the control room says of activities outside their stages, in the words of `host`.
import { steelmanInControlRoom } from "#app/activities/steelman/control-room.ts";
import type { ActivityName } from "#debate/activities/index.ts";
import { merged } from "#debate/activities/merged.ts";
import type { ActivitySnapshot, HiddenInActivities } from "#debate/activities/messages.ts";
import { isOn } from "#debate/activities/open.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** What waits in activities is counted from. */
export type Counted = ActivitySnapshot & { phase: Phase };

type InControlRoom = {
  /** `host.next` for a step to or from a phase; `isStaged`: where results come step by step. */
  next: readonly { from: Phase; to: Phase; isStaged?: true; words: string }[];
  /** `host.phases`, before a vote opens again once the class has come to a phase. */
  back: readonly { name: ActivityName; since: Phase; words: string }[];
  /** [R16] `host.people.several`, once something was hidden with students' rebuttals: `both`, and how it is shown again. */
  hidden: readonly { name: ActivityName; counted: keyof HiddenInActivities; both: string; back: string }[];
  /** `host.needs`: how much waits for the host. */
  waiting: Readonly<Record<string, (snapshot: Counted) => number>>;
};

const ALL = [steelmanInControlRoom] as const satisfies readonly InControlRoom[];
const NEXT = ALL.flatMap(({ next }) => next);
const BACK = ALL.flatMap(({ back }) => back);
const HIDDEN = ALL.flatMap(({ hidden }) => hidden);
const WAITING = merged(ALL.map(({ waiting }) => waiting));

export type NextWords = (typeof NEXT)[number]["words"];
export function nextWords(from: Phase, to: Phase | null, reveal: Settings["reveal"]): NextWords | undefined {
  const step = NEXT.find(
    (each) => each.from === from && each.to === to && (!("isStaged" in each) || reveal === "staged"),
  );
  return step?.words;
}

/** What is said before the class goes back from a phase to a vote. */
export function backWords(from: Phase, settings: Pick<Settings, "activities">) {
  return BACK.filter(({ name, since }) => isOn(name, settings) && hasReached(from, since)).map(
    ({ words }) => words,
  );
}

/** Whether a host hides more with students' rebuttals. */
export function hidesMore(settings: Pick<Settings, "activities">): boolean {
  return HIDDEN.some(({ name }) => isOn(name, settings));
}

/** What more was hidden by some messages; undefined if nothing was. */
export function hiddenBy(answers: readonly HiddenInActivities[]) {
  return HIDDEN.map((each) => ({
    ...each,
    count: answers.reduce((sum, answer) => sum + (answer[each.counted] ?? 0), 0),
  })).find(({ count }) => count > 0);
}

export type Waiting = { [what in keyof typeof WAITING]: number };
export const WAITING_NAMES = Object.keys(WAITING) as (keyof Waiting)[];
export function waitingInActivities(snapshot: Counted): Waiting {
  return merged(WAITING_NAMES.map((what) => ({ [what]: WAITING[what](snapshot) }) as Waiting));
}
