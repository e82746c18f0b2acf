import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { ofHers } from "#tests/support/promise-looks.ts";

export const showOfHands = {
  settings: () => ({ showOfHands: {} }),
  messages: { "hands:raise": { up: false } },
  found: { hand: ofHers(({ hand }) => hand === true) },
  does: {
    async rebuttal({ students: [ada] }) {
      await ada?.send("hands:raise", { up: true });
    },
  },
} as const satisfies WhatIsPromised;
