"use client";
import type { Live } from "#app/live/live.ts";
import { Kept } from "#app/shared/storage/kept.ts";
import type { KeptMessage } from "#debate/activities/keeping.ts";
import type { Refusal } from "#debate/rules/result.ts";

type Keeps = { line: Kept<string> };

export const pairsDesk = {
  /** What is typed to one's partners. */
  keeps: (place: (what: string) => string): Keeps => ({
    line: new Kept(place("line"), "", (stored) => (typeof stored === "string" ? stored : null)),
  }),
  refused(message: KeptMessage, refusal: Refusal, { line }: Keeps, live: Pick<Live, "resync">): void {
    if (message.name !== "pairs:say") return;
    const { body } = message.payload;
    // It comes back to where it was typed, behind what stands there.
    line.change((typed) => (typed ? `${typed}\n${body}` : body));
    // [P27] The page shows a place or partners of before.
    if (refusal === "stale" || refusal === "forbidden") void live.resync();
  },
};
