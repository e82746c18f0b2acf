"use client";
import { Kept } from "#app/shared/storage/kept.ts";
import type { Round } from "#debate/rules/choices.ts";

type Counters = Partial<Record<Round, number>>;

/** The counter of a seat's ballots by round. It only grows, so that the newest ballot is known to be the newest. */
export class Sequence {
  #kept: Kept<Counters>;

  constructor(place: string) {
    this.#kept = new Kept<Counters>(place, {}, (stored) =>
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
