export const comprehensionPhone = {
  name: "comprehension",
  refused: { "comprehension:answer": { "wrong-phase": "student.check.late" } },
} as const;
