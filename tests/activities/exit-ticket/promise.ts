import type { WhatIsPromised } from "#tests/activities/what-is-promised.ts";
import { has, ofHers } from "#tests/support/promise-looks.ts";

const HERS = "The map of the islands, since she asks.";

export const exitTicket = {
  settings: () => ({ exitTicket: {} }),
  messages: { "exit:write": { doubt: "Whether it lasts." } },
  found: {
    exit: has(() => HERS),
    whoseExit: ofHers((fields) => JSON.stringify(fields).includes(HERS)),
  },
  does: {
    async open({ students }) {
      for (const [n, student] of students.slice(0, 5).entries())
        await student.send("exit:write", { doubt: n === 0 ? HERS : `Doubt ${n}.` });
    },
  },
} as const satisfies WhatIsPromised;
