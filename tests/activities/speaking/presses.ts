import { sent, type WhatIsPressed } from "#tests/support/presses.ts";

export const speaking = {
  presses: {
    async rebuttal({ ada }) {
      await sent(ada.send("speak:ask", { on: true, side: "for" }));
      return [["host:speaker", () => ({ participantId: ada.participantId })]];
    },
  },
} as const satisfies WhatIsPressed;
