import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { steer, tablesOf } from "#tests/support/pairs.ts";
import { ofPartner } from "#tests/support/promise-looks.ts";

export const pairs = {
  settings: (identity) => (identity === "anonymous" ? {} : { pairs: {} }),
  messages: {
    "pairs:join": {},
    "pairs:missing": { place: 1 },
    "pairs:here": {},
    "pairs:say": { id: randomUUID(), body: "Why?" },
    "host:pairs": { act: "stop" },
    "host:pairs-missing": { participantId: randomUUID(), partnerId: randomUUID(), action: "stay" },
    "host:pair-lines": { table: 1 },
    "host:pair-line": { lineId: randomUUID(), action: "hide" },
  },
  found: { partnersName: ofPartner((partner, { name }) => partner.name === name) },
  /** Everyone who is there is paired, so Cleo is away meanwhile. */
  async talks({ host, students, settings, withoutCleo }) {
    if (!settings.activities?.pairs) return;
    return withoutCleo(async () => {
      await moveTo(host, "pairs", settings);
      await steer(host, "make");
      await steer(host, "start");
      const [hers, ...others] = await tablesOf(students);
      const partner = students[1 + others.indexOf(hers ?? 0)];
      expect(others).toContain(hers);
      return partner;
    });
  },
} as const satisfies WhatIsPromised;
