/** Whether both sides were read stands in the button again. */
export const readRefused = {} as const;
export const unclearRefused = { "not-found": "student.guide.noSentence" } as const;
