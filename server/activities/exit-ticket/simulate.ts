import { EXIT_LINES, type ExitLine } from "#debate/activities/exit-ticket/rules.ts";
import { isOpen } from "#debate/activities/open.ts";
import type { Language } from "#debate/rules/languages.ts";
import { writeExit } from "#server/activities/exit-ticket/use-cases.ts";
import { draw, pick } from "#server/rehearsal/planned-students.ts";
import type { Simulate } from "#server/rehearsal/simulated-student.ts";

/** How long the class takes, in seconds. */
const WRITING = 20;
const WORDS: Record<Language, Record<ExitLine, string[]>> = {
  en: {
    moved: ["That the same fact can speak for both sides.", "The question who would pay for it."],
    doubt: ["Whether it would still be true in ten years.", "How likely it is. No one could say."],
    reading: [
      "A classmate quoted a sentence that I had read past.",
      "The other expert: I read the first text again after hers.",
    ],
  },
  ja: {
    moved: ["同じ事実が、どちらの側の理由にもなるということ。", "だれが負担するのかという問い。"],
    doubt: [
      "10年後も同じことが言えるのかどうか。",
      "どのくらい起こりやすいのか。だれも答えられませんでした。",
    ],
    reading: [
      "読み飛ばしていた文を、クラスの人が引用していました。",
      "もう一人の論者です。読んだあとで、最初の立論を読み返しました。",
    ],
  },
};

/** Two of three write an exit ticket, and some of these leave a line out. */
export const simulateExitTickets: Simulate = ({ parts, students, language, inSeconds }) => {
  let hasExits = false;
  return (session) => {
    if (hasExits || !isOpen("exitTicket", session)) return;
    hasExits = true;
    for (const { seat, number } of students) {
      if (!seat || draw("exit", number) > 0.67) continue;
      const lineOf = (line: ExitLine) =>
        draw("line", line, number) < 0.8 ? pick(WORDS[language][line], line, number) : undefined;
      const ticket = Object.fromEntries(EXIT_LINES.map((line) => [line, lineOf(line)]));
      inSeconds(2 + WRITING * draw("writes", number), () => writeExit(parts, seat, ticket));
    }
  };
};
