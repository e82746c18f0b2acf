"use client";
import { newId } from "#app/shared/new-id.ts";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { Starter } from "#debate/activities/index.ts";
import { isPast, isQueued, type QueuedMessage, subjectOf } from "#debate/activities/keeping.ts";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import type { Refusal } from "#debate/rules/result.ts";
import type { MyCredit, MyOutlook } from "#debate/rules/snapshot.ts";

export type BallotPayload = {
  round: Round;
  choice: Choice;
  seq: number;
  confidence?: number;
  reason?: string;
  credit?: MyCredit;
  outlook?: MyOutlook;
  control?: Choice;
  /** When it was tapped, by the server's clock; not sent. */
  castAt?: number;
};
export type RebuttalPayload = {
  id: string;
  side: Side;
  body: string;
  quote?: Quote;
  replyTo?: string;
  source?: string;
  starter?: Starter;
};
/** [R21] All of what can be changed. */
export type EditPayload = { rebuttalId: string } & Pick<RebuttalPayload, "body" | "quote" | "source">;
/** `edition`: of the words that the student read. */
export type EndorsementPayload = { rebuttalId: string; on: boolean; edition?: number };

/** What a student says and must not lose. */
export type Parcel =
  | QueuedMessage
  | { name: "ballot:cast"; payload: BallotPayload }
  | { name: "rebuttal:post"; payload: RebuttalPayload }
  | { name: "rebuttal:edit"; payload: EditPayload }
  | { name: "rebuttal:endorse"; payload: EndorsementPayload };

/** A parcel on its way. `refused` ends its way: it stays only to be read, until it is put aside. */
export type Waiting = Parcel & { stamp: string; refused?: Refusal };

/** `waits`: the host reads it first. */
export type Delivery = { ok: true; waits?: true } | { ok: false; code: Refusal; retryAfter?: number };

type Parts = {
  place: string;
  deliver: (parcel: Parcel) => Promise<Delivery>;
  onDelivered: (parcel: Parcel, waits: boolean) => void;
  /** Answers whether the refused parcel is worth keeping to be read. */
  onRefused: (parcel: Parcel, code: Refusal) => boolean;
};

// These refusals are temporary and decide nothing: the same parcel may go through a moment later.
const PASSING: readonly Refusal[] = ["busy", "internal"];
const BUGS_FORGIVEN = 5;
/** [B9] What changes without a pause is sent this long after its first change, in milliseconds. */
const LONGEST_DELAY = 3_000;
/** How long another tab has to send what it stored, in milliseconds. */
const OTHERS_FIRST = 3_000;

/** What belongs together: a newer parcel of the same subject replaces the older. */
function subject(parcel: Parcel): string {
  switch (parcel.name) {
    case "ballot:cast":
      return `ballot ${parcel.payload.round}`;
    case "rebuttal:post":
      return `rebuttal ${parcel.payload.id}`;
    case "rebuttal:edit":
      return `edit ${parcel.payload.rebuttalId}`;
    case "rebuttal:endorse":
      return `endorsement ${parcel.payload.rebuttalId}`;
    default:
      return subjectOf(parcel);
  }
}

/**
 * Keeps what could not be acknowledged in the phone's storage and sends it, in order, when the server
 * can be reached. Sending twice is harmless: the server knows ballots by `seq`, rebuttals by `id`.
 */
export class Outbox {
  #kept: StoredValue<readonly Waiting[]>;
  #parts: Parts;
  #isOpen = false;
  #isSending = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #due = new Map<string, number>();
  /** When the first change came that was not sent yet, by subject. */
  #changedSince = new Map<string, number>();
  #failures = new Map<string, number>();
  #own = new Set<string>();
  #ignoreOthers: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kept = new StoredValue<readonly Waiting[]>(parts.place, [], readWaiting);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);
  readonly waiting = (): readonly Waiting[] => this.#kept.value();
  readonly atFirst = (): readonly Waiting[] => this.#kept.atFirst();
  /** [W4] Whether something waits that goes with the page, because the browser could not store it. */
  readonly isAhead = (): boolean => this.#kept.isAhead() && this.waiting().length > 0;

  /**
   * Keeps a parcel at once and sends it after `delay` milliseconds, so that typing is not sent letter by letter. [B9] One that
   * takes the place of another waits no longer than three seconds since that came.
   */
  put(parcel: Parcel, delay = 0): void {
    const about = subject(parcel);
    const now = Date.now();
    const since = this.#changedSince.get(about) ?? now;
    const due = Math.min(now + delay, since + LONGEST_DELAY);
    this.#changedSince.set(about, since);
    const waiting: Waiting = { ...parcel, stamp: newId() };
    this.#kept.change((list) => [...list.filter((other) => subject(other) !== about), waiting]);
    this.#own.add(waiting.stamp);
    this.#due.set(about, due);
    this.#schedule(Math.max(0, due - now));
  }

  /** Sends what still waits for its delay to end: the page may be about to go, and then no timer runs. */
  hurry(): void {
    this.#due.clear();
    void this.#send();
  }

  putAside(waiting: Waiting): void {
    this.#kept.change((list) => list.filter(({ stamp }) => stamp !== waiting.stamp));
  }

  /** Drops what waits of activities that are over in this phase. */
  dropPast(phase: Phase): void {
    const isOver = (item: Waiting) => isQueued(item) && isPast(item, phase);
    if (this.waiting().some(isOver)) this.#kept.change((list) => list.filter((item) => !isOver(item)));
  }

  open(): void {
    this.#isOpen = true;
    this.#ignoreOthers ??= this.#kept.subscribe((elsewhere) => elsewhere && this.#lookElsewhere());
    this.#schedule(0);
  }

  shut(): void {
    this.#isOpen = false;
    this.#ignoreOthers?.();
    this.#ignoreOthers = undefined;
    clearTimeout(this.#again);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#send(), delay);
  }

  /** Another tab sends what it stored, so wait for that first, in case it was closed or is offline. */
  #lookElsewhere(): void {
    const due = Date.now() + OTHERS_FIRST;
    for (const item of this.#kept.value()) if (!this.#own.has(item.stamp)) this.#due.set(subject(item), due);
    this.#schedule(0);
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (let next = this.#next(); this.#isOpen && next; next = this.#next()) {
        this.#changedSince.delete(subject(next));
        const answer = await this.#parts.deliver(parcelOf(next));
        if (answer.ok) this.#delivered(next, answer.waits === true);
        else if (answer.retryAfter !== undefined) this.#later(next, answer.retryAfter);
        else if (this.#mayPass(next, answer.code)) return this.#schedule(1_000 + Math.random() * 3_000);
        else this.#refused(next, answer.code);
      }
    } finally {
      this.#isSending = false;
    }
    const soonest = Math.min(
      ...this.#kept.value().flatMap((item) => (item.refused ? [] : [this.#wait(item)])),
    );
    if (this.#isOpen && Number.isFinite(soonest)) this.#schedule(Math.max(50, soonest));
  }

  #next(): Waiting | undefined {
    return this.#kept.value().find((item) => !item.refused && this.#wait(item) <= 0);
  }

  #wait(item: Waiting): number {
    return (this.#due.get(subject(item)) ?? 0) - Date.now();
  }

  #delivered(item: Waiting, waits: boolean): void {
    // In this order, so that a vote is never, not even for one frame, neither waiting nor stored.
    this.#parts.onDelivered(parcelOf(item), waits);
    this.putAside(item);
  }

  /** [L1] Too often of its kind; a vote behind it does not wait. */
  #later(item: Waiting, seconds: number): void {
    this.#due.set(subject(item), Date.now() + (seconds + Math.random()) * 1_000);
  }

  #mayPass({ stamp }: Waiting, code: Refusal): boolean {
    if (!PASSING.includes(code)) return false;
    if (code === "busy") return true;
    const failures = (this.#failures.get(stamp) ?? 0) + 1;
    this.#failures.set(stamp, failures);
    return failures < BUGS_FORGIVEN;
  }

  #refused(item: Waiting, code: Refusal): void {
    const keep = this.#parts.onRefused(parcelOf(item), code);
    this.#kept.change((list) =>
      list.flatMap((other) => {
        if (other.stamp !== item.stamp) return [other];
        return keep ? [{ ...other, refused: code }] : [];
      }),
    );
  }
}

function parcelOf({ stamp: _stamp, refused: _refused, ...parcel }: Waiting): Parcel {
  return parcel;
}

function readWaiting(stored: unknown): readonly Waiting[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.filter(
    (item: Partial<Waiting> | null): item is Waiting =>
      typeof item?.name === "string" && typeof item.payload === "object" && typeof item.stamp === "string",
  );
}
