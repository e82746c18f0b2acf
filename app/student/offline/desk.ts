"use client";
import { type ActivityDesk, activityStores, DESKS } from "#app/activities/phone.ts";
import type { Live } from "#app/live/live.ts";
import type { LiveState } from "#app/live/live-state.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import { DraftStore } from "#app/student/argue/draft.ts";
import { Seen } from "#app/student/argue/seen.ts";
import { type Delivery, Outbox, type Parcel, type Waiting } from "#app/student/offline/outbox.ts";
import { placeOf } from "#app/student/offline/phone-storage.ts";
import { MarkStore } from "#app/student/read/marks.ts";
import { isSuperseded, storedBallot, trimmedBallot } from "#app/student/vote/my-ballot.ts";
import { confirmedBy, isQueued, type QueuedMessage, wordsIfRefused } from "#debate/activities/keeping.ts";
import type { Round } from "#debate/rules/choices.ts";
import { isForNow, type Refusal } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Mine, Rebuttal } from "#debate/rules/snapshot.ts";

type Counters = Partial<Record<Round, number>>;

/** The counter of a seat's ballots by round. It only grows, so that the newest ballot is known to be the newest. */
class Sequence {
  #kept: StoredValue<Counters>;

  constructor(place: string) {
    this.#kept = new StoredValue<Counters>(place, {}, (stored) =>
      typeof stored === "object" && !Array.isArray(stored) ? (stored as Counters) : null,
    );
  }

  /** Above every number given before and above `stored`, which another device may have raised. */
  next(round: Round, stored: number): number {
    let next = stored + 1;
    this.#kept.change((counters) => {
      const last = counters[round];
      next = Math.max(Number.isSafeInteger(last) ? Number(last) : 0, stored) + 1;
      return { ...counters, [round]: next };
    });
    return next;
  }
}

/** Everything that one seat keeps on this phone. */
export type Desk = ActivityDesk & {
  outbox: Outbox;
  drafts: DraftStore;
  sequence: Sequence;
  seen: Seen;
  /** [R29] How many people my words moved, as last seen. */
  moved: StoredValue<number>;
  marks: MarkStore;
  fields: StoredValue<UnsentFields>;
};

type DeskParts = {
  code: string;
  participantId: string;
  settings: Settings;
  live: Pick<Live, "send" | "assume" | "resync"> & { state(): Pick<LiveState, "you" | "rebuttals"> };
  onRefused: (parcel: Parcel, code: Refusal) => void;
};

const KEPT_TO_BE_READ: readonly Parcel["name"][] = ["ballot:cast", "rebuttal:post", "rebuttal:edit"];

export function openDesk({ code, participantId, settings, live, onRefused }: DeskParts): Desk {
  const place = (what: string) => placeOf(code, participantId, what);
  const sequence = new Sequence(place("seq"));
  const ofActivities = activityStores(place);
  const moved = new StoredValue(place("moved"), 0, (stored) => (typeof stored === "number" ? stored : null));
  const outbox: Outbox = new Outbox({
    place: place("outbox"),
    deliver: (parcel) => deliver(live, parcel),
    onDelivered: (parcel, waits) => {
      const again = numberedAnew(live, sequence, parcel);
      // In the place of a newer tap, which waits, it would be lost.
      if (again && !isOvertaken(parcel, outbox.waiting())) outbox.put(again);
      else remember(live, settings, parcel, waits);
    },
    onRefused: (parcel, refusal) => {
      onRefused(parcel, refusal);
      if (isQueued(parcel)) for (const { refused } of DESKS) refused(parcel, refusal, ofActivities, live);
      // A message that only mattered at its moment is reported once and dropped.
      return KEPT_TO_BE_READ.includes(parcel.name) || (isQueued(parcel) && wordsIfRefused(parcel) !== null);
    },
  });
  return {
    outbox,
    drafts: new DraftStore(place("draft")),
    marks: new MarkStore(place("marks")),
    ...ofActivities,
    moved,
    fields: unsentFields(place("fields")),
    sequence,
    seen: new Seen(place("seen"), async (ids) => {
      const answer = await live.send("rebuttal:seen", { ids });
      // A final refusal, such as after the phase, is not worth a retry.
      return answer.ok || !isForNow(answer);
    }),
  };
}

function deliver(live: DeskParts["live"], parcel: Parcel): Promise<Delivery> {
  switch (parcel.name) {
    case "ballot:cast":
      return live.send(parcel.name, trimmedBallot(parcel.payload));
    case "rebuttal:post":
      return live.send(parcel.name, parcel.payload);
    case "rebuttal:edit":
      return live.send(parcel.name, parcel.payload);
    case "rebuttal:endorse":
      return live.send(parcel.name, parcel.payload);
    default:
      return sendQueued(live, parcel);
  }
}

function sendQueued<Name extends QueuedMessage["name"]>(
  live: DeskParts["live"],
  { name, payload }: QueuedMessage<Name>,
): Promise<Delivery> {
  return live.send(name, payload);
}

/** [B7] The ballot with a counter that the server does not leave out, where another device used up its own. */
function numberedAnew(live: DeskParts["live"], sequence: Sequence, parcel: Parcel): Parcel | null {
  if (parcel.name !== "ballot:cast") return null;
  const { payload } = parcel;
  const stored = live.state().you?.ballots[payload.round];
  if (!stored || stored.seq < payload.seq || isSuperseded(payload, stored)) return null;
  return { ...parcel, payload: { ...payload, seq: sequence.next(payload.round, stored.seq) } };
}

function isOvertaken(parcel: Parcel, waiting: readonly Waiting[]): boolean {
  if (parcel.name !== "ballot:cast") return false;
  const { round, seq } = parcel.payload;
  return waiting.some(
    ({ name, payload, refused }) =>
      name === "ballot:cast" && !refused && payload.round === round && payload.seq > seq,
  );
}

/** What the server confirmed is shown as stored at once; it sends `mine` only to the seat's other tabs. */
function remember(live: DeskParts["live"], settings: Settings, parcel: Parcel, waits: boolean): void {
  const { you, rebuttals } = live.state();
  if (you) live.assume(confirmed(you, rebuttals, settings, parcel, waits));
}

type Known = { you: Mine; rebuttals?: ReadonlyMap<string, Rebuttal> };

function confirmed(
  you: Mine,
  rebuttals: ReadonlyMap<string, Rebuttal>,
  settings: Settings,
  parcel: Parcel,
  waits: boolean,
): Known {
  const { name, payload } = parcel;
  const status = waits ? "pending" : "published";
  switch (name) {
    case "ballot:cast": {
      const isLeftOut = (you.ballots[payload.round]?.seq ?? -1) >= payload.seq;
      if (isLeftOut) return { you };
      return { you: { ...you, ballots: { ...you.ballots, [payload.round]: storedBallot(payload) } } };
    }
    case "rebuttal:post": {
      const mine = { ...you, posted: [...new Set([...you.posted, payload.id])] };
      if (rebuttals.has(payload.id)) return { you: mine };
      const rank = rebuttals.size + 1;
      const news: Rebuttal = {
        ...payload,
        by: "you",
        endorsements: 0,
        status,
        at: Date.now(),
        rank,
      };
      return { you: mine, rebuttals: new Map(rebuttals).set(news.id, news) };
    }
    case "rebuttal:edit": {
      const { rebuttalId, ...words } = payload;
      const known = rebuttals.get(rebuttalId);
      if (!known) return { you };
      const { quote: _quote, source: _source, ...rest } = known;
      const changed: Rebuttal = { ...rest, ...words, edited: true, endorsements: 0, status };
      return { you, rebuttals: new Map(rebuttals).set(rebuttalId, changed) };
    }
    case "rebuttal:endorse": {
      // The count itself comes with the next batch: guessing it could count this one twice.
      const others = you.endorsed.filter((id) => id !== payload.rebuttalId);
      return { you: { ...you, endorsed: payload.on ? [...others, payload.rebuttalId] : others } };
    }
    default: {
      const how = { now: Date.now(), approvesFirst: settings.moderation === "before" };
      return { you: confirmedBy(parcel, you, how) };
    }
  }
}

/** What stands in fields and is on this phone alone, by field. */
type UnsentFields = Readonly<Record<string, string>>;

export function unsentFields(place: string): StoredValue<UnsentFields> {
  return new StoredValue<UnsentFields>(place, {}, (stored) => {
    if (typeof stored !== "object" || stored === null) return null;
    return Object.fromEntries(Object.entries(stored).filter(([, text]) => typeof text === "string"));
  });
}
