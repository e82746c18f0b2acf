import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { ofHers } from "#tests/support/promise-looks.ts";

export const reading = {
  settings: () => ({ reading: {} }),
  messages: {
    "reading:done": { on: true },
    "sentence:unclear": { side: "for", n: 1, sentence: 1, on: true },
  },
  found: { reading: ofHers(({ readBoth }) => readBoth === true) },
  does: {
    async reading({ students: [ada] }) {
      await ada?.send("reading:done", { on: true });
    },
  },
} as const satisfies WhatIsPromised;
