import type { WhatIsSeen } from "#tests/activities/what-is-seen.ts";

const shown = { madeAt: 4_501, startedAt: 4_502 };
const missing = [{ table: 4_503, participantId: "seat-cyd", partnerId: "seat-dan" }];
const room = { ...shown, tables: 4_504, alone: 4_505, held: [4_506], missing, namesPartners: false };

/** [P22] [P27] [P40] Of pairs that talk under pseudonyms. */
export const pairs: WhatIsSeen = {
  fields: ["pairs"],
  room: { pairs: room },
  seenBy(role) {
    const { tables, alone, held } = room;
    const byRole = {
      student: shown,
      screen: { ...shown, tables },
      assistant: { ...shown, tables, alone, missing: [{ table: 4_503 }] },
      host: { ...shown, tables, alone, missing, held },
    };
    return { pairs: byRole[role] };
  },
};
