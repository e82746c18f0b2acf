/** What a phone says of a guess that was refused. */
export const guessRefused = {
  "wrong-phase": "student.guess.late",
  stale: "student.guess.late",
} as const;
