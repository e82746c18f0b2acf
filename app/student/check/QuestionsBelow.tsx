"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { CheckView } from "#app/student/check/CheckView.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { asksQuestions } from "#debate/content/questions.ts";

/** [Y4] Where the class is asked about the positions. */
export function QuestionsBelow() {
  const { questions, askAgain, state, settings } = useSeat();
  const [hasFailed, setFailed] = useState(false);
  if (askAgain && !hasFailed) setFailed(true);
  if (!questions && hasFailed && asksQuestions(state.snapshot.phase, settings)) return <QuestionsMissing />;
  if (!questions || questions.length === 0) return null;
  return <CheckView questions={questions} />;
}

function QuestionsMissing() {
  const t = useTranslations("student.check");
  const shared = useTranslations("shared");
  const { askAgain } = useSeat();
  return (
    <section
      id="check"
      className="mx-auto mt-8 grid w-full max-w-measure grid-cols-1 justify-items-start gap-3 border-t-2 border-ink pt-5"
    >
      <p role="status">{askAgain ? t("missing") : shared("loading")}</p>
      <Button pending={askAgain === null} onClick={askAgain ?? undefined}>
        {shared("retry")}
      </Button>
    </section>
  );
}
