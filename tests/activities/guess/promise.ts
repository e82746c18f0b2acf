import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { either, inTable, isFields, ofHers, some } from "#tests/support/promise-looks.ts";
import { showStep } from "#tests/support/reveal.ts";

const HERS = 37;

export const guess = {
  settings: () => ({ guess: {} }),
  messages: { "guess:cast": { share: 50 } },
  found: {
    guess: ofHers((fields) => fields.guess === HERS || fields.share === HERS),
    guesses: either(
      some(({ guess: told }) => isFields(told) && typeof told.mean === "number"),
      inTable(
        "guesses",
        some(({ share }) => typeof share === "number"),
      ),
    ),
    guessesByCamp: some(({ guess: told }) => isFields(told) && isFields(told.byCamp)),
  },
  does: {
    async covered({ host, students }) {
      await showStep(host, "guess");
      for (const [n, student] of students.entries()) await student.send("guess:cast", { share: HERS + n });
    },
  },
} as const satisfies WhatIsPromised;
