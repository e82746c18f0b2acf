import { vote, type WhatIsPressed } from "#tests/support/presses.ts";

export const laterVote = {
  presses: {
    closed: async () => [
      ["host:later-vote", () => ({ planned: false })],
      ["host:later-vote", () => ({ planned: true })],
    ],
    async later(seats) {
      await vote(seats, "later");
      return [];
    },
  },
} as const satisfies WhatIsPressed;
