/** What a phone says once of an answer about a text that was not taken: nothing on the page does. */
export const ratingRefused = { stale: "student.steelman.rewritten" } as const;
