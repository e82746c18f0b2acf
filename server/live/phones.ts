import type { Phase } from "#debate/rules/phase-order.ts";
import type { RebuttalCount } from "#debate/rules/snapshot.ts";
import type { Sockets } from "#server/live/cluster.ts";
import type { Discussed } from "#server/live/intervals.ts";
import { batchesForStudents, type Changes } from "#server/live/rebuttal-batches.ts";
import { roomOf, seatRoom } from "#server/live/room-names.ts";
import { createWordsAndCounts, type Unplaced } from "#server/live/words-and-counts.ts";

/** Tracks which rebuttals the phones of a session on this server have. `ask`: schedules an update. */
export function createPhones(io: Sockets, sessionId: string, ask: () => void) {
  const room = roomOf(sessionId, "student");
  let gathered = createWordsAndCounts();
  let countsDue: NodeJS.Timeout | undefined;
  let isArguing = false;

  /** [R28] The counts that are due; else schedules them. */
  function countsNow(phase: Phase): RebuttalCount[] {
    clearTimeout(countsDue);
    const now = performance.now();
    const due = gathered.dueIn(now);
    if (due === null) return [];
    // Outside of `rebuttal` they are sent with everything else.
    if (due === 0 || phase !== "rebuttal") return gathered.counts(now);
    countsDue = setTimeout(ask, due).unref();
    return [];
  }

  return {
    /** `readAny`: whether the phones were sent rebuttals before. */
    enter(phase: Phase, readAny: boolean): void {
      isArguing = phase === "rebuttal";
      if (!readAny) gathered = createWordsAndCounts();
    },

    know: (rebuttals: readonly Unplaced[]): void => gathered.know(rebuttals),

    discussed: (): Discussed => ({
      isArguing,
      rebuttals: gathered.known(),
      phones: io.sockets.adapter.rooms.get(room)?.size ?? 0,
    }),

    /** [R28] Sends words at once, and in the same message the counts that are due. */
    tell({ room: session, written: changed, withdrawn }: Changes): void {
      const written = gathered.take(changed);
      gathered.drop(withdrawn);
      const counts = countsNow(session.phase);
      if (written.length + withdrawn.length + counts.length === 0) return;
      const everybody = io.local.to(room);
      const batches = batchesForStudents({ room: session, written, withdrawn }, counts);
      const others = everybody.except(batches.apart.map(seatRoom));
      for (const batch of batches.everybody) others.emit("rebuttals", batch);
      for (const [author, own] of batches.own)
        for (const batch of own) io.local.to(seatRoom(author)).emit("rebuttals", batch);
    },
  };
}
