export const readingPhone = {
  name: "reading",
  refused: {
    /** Whether both sides were read stands in the button again. */
    "reading:done": {},
    "sentence:unclear": { "not-found": "student.guide.noSentence" },
  },
} as const;
