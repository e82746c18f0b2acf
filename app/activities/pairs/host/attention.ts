"use client";
import { PairsNeeds } from "#app/activities/pairs/host/PairsNeeds.tsx";
import type { NamedMissing, PairsWaiting } from "#app/activities/pairs/host/waiting.ts";
import type { MissingPartner } from "#debate/activities/pairs/rules.ts";
import { present } from "#debate/rules/present.ts";
import type { Seat, Snapshot } from "#debate/rules/snapshot.ts";

export const pairsAttention = {
  /** [P27] In their own phase only, since that shows the list in which lines are decided. */
  waiting({ phase, pairs }: Pick<Snapshot, "phase" | "pairs">, seats: readonly Seat[]): PairsWaiting {
    const { held = [], missing = [] } = (phase === "pairs" && pairs) || {};
    const nameOf = (id?: string) => seats.find(({ participantId }) => participantId === id)?.name;
    const named = (each: MissingPartner): NamedMissing => ({
      ...each,
      ...present({ name: nameOf(each.participantId), partner: nameOf(each.partnerId) }),
    });
    return { tables: held, missing: missing.map(named) };
  },
  count: ({ tables, missing }: PairsWaiting) => tables.length + missing.length,
  Needs: PairsNeeds,
};
