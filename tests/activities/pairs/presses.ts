import { randomUUID } from "node:crypto";
import { partnerOf, say } from "#tests/support/pairs.ts";
import { sent, type WhatIsPressed } from "#tests/support/presses.ts";

export const pairs = {
  settings: { pairs: { when: "after", by: "text" } },
  reads: ["host:pair-lines"],
  beginsAnew: ["host:pairs"],
  presses: {
    async pairs({ host, ada, bob, eve, dan }) {
      const line = randomUUID();
      await sent(host.send("host:pairs", { act: "make" }));
      const { partner, place, table } = await partnerOf(ada, [ada, bob, eve, dan]);
      await sent(say(ada, "Who told you so?", line));
      await sent(ada.send("pairs:missing", { place, on: true }));
      const [participantId, partnerId] = [ada.participantId, partner.participantId];
      return [
        ["host:pair-lines", () => ({ table })],
        ["host:pair-line", () => ({ lineId: line, action: "hide" })],
        ["host:pairs-missing", () => ({ participantId, partnerId, action: "stay" })],
        ["host:pairs", () => ({ act: "make" })],
        ["host:pairs", () => ({ act: "start" })],
      ];
    },
  },
} as const satisfies WhatIsPressed;
