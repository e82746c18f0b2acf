export const guessPhone = {
  name: "guess",
  refused: { "guess:cast": { "wrong-phase": "student.guess.late", stale: "student.guess.late" } },
} as const;
