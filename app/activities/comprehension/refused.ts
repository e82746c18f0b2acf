export const answersRefused = { "wrong-phase": "student.check.late" } as const;
