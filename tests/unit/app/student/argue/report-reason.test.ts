import { expect, test } from "vitest";
import { REASONS, reasonWith, WORDS_LENGTH } from "#app/student/argue/report-reason.ts";
import { ReportRebuttal } from "#debate/protocol/messages.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en, ja } = ALL_WORDS;

test("[R42] a report is a reason alone, or a reason with words, and the server takes each in every language", () => {
  expect(reasonWith("Off topic", " ")).toBe("Off topic");
  expect(reasonWith("Off topic", " It is about lunch. ")).toBe("Off topic: It is about lunch.");
  for (const { reasons } of [en.student.report, ja.student.report])
    for (const kind of REASONS)
      for (const words of ["", "x".repeat(WORDS_LENGTH)]) {
        const reason = reasonWith(reasons[kind], words);
        expect(ReportRebuttal.safeParse({ rebuttalId: crypto.randomUUID(), reason }).success).toBe(true);
      }
});
