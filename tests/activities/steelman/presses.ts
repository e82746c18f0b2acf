import { sent, type WhatIsPressed } from "#tests/support/presses.ts";
import { textsFor, write } from "#tests/support/steelman.ts";

export const steelman = {
  reads: ["host:steelmen"],
  presses: {
    async steelman({ host, ada }) {
      await sent(write(ada, "Islands were promised before, and nothing came of it."));
      const [text] = await textsFor(host);
      return [
        ["host:steelmen", () => ({})],
        ["host:steelman", () => ({ steelmanId: text?.id ?? "", action: "hide", words: text?.body })],
      ];
    },
  },
} as const satisfies WhatIsPressed;
