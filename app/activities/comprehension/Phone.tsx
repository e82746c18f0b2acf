"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Check, X } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import type { Answers } from "#debate/activities/comprehension/results.ts";
import type { ClassQuestion } from "#debate/activities/comprehension/rules.ts";

function useQuestions(): readonly ClassQuestion[] {
  return useSeat().beside.questions ?? [];
}

/** [Y4] Above the positions: that there are questions below them. */
export function QuestionsAhead() {
  const t = useTranslations("student.read");
  const questions = useQuestions();
  if (questions.length === 0) return null;
  return (
    <p className="text-ink-soft">
      <a href="#check" className="inline-flex min-h-touch items-center underline underline-offset-4">
        {t("check", { count: questions.length })}
      </a>
    </p>
  );
}

/** [Y4] Where the class is asked about the positions. */
export function QuestionsBelow() {
  const questions = useQuestions();
  if (questions.length === 0) return null;
  return <CheckView questions={questions} />;
}

/** [Y4] The questions below the positions: open while the class reads, then with the right answers. */
function CheckView({ questions }: { questions: readonly ClassQuestion[] }) {
  const t = useTranslations("student.check");
  const { state } = useSeat();
  const isOpen = state.snapshot.phase === "reading";
  const { answers, isSent, choose } = useAnswers(questions.length);
  const isKnown = questions.some(({ answer }) => answer !== undefined);
  return (
    <section
      id="check"
      data-needs-script
      aria-labelledby="check-title"
      className="mx-auto mt-8 grid w-full max-w-measure scroll-mt-32 grid-cols-1 gap-6 border-t-2 border-ink pt-5"
    >
      <div className="grid gap-1">
        <h2 id="check-title" className="font-serif text-2xl font-medium">
          {t("title")}
        </h2>
        <p className="text-ink-soft">{t(isOpen ? "lead" : "over")}</p>
      </div>
      {!isOpen && !isKnown ? (
        <AskAnswers />
      ) : (
        questions.map((question, index) =>
          isOpen ? (
            <AskedQuestion
              key={question.question}
              number={index + 1}
              question={question}
              chosen={answers[index] ?? null}
              onChoose={(option) => choose(index, option)}
            />
          ) : (
            <AnsweredQuestion
              key={question.question}
              number={index + 1}
              question={question}
              chosen={answers[index] ?? null}
            />
          ),
        )
      )}
      {isOpen && <Status isAnswered={answers.some((answer) => answer !== null)} isSent={isSent} />}
    </section>
  );
}

type QuestionProps = { number: number; question: ClassQuestion; chosen: number | null };

function AskedQuestion({
  number,
  question: { question, options },
  chosen,
  onChoose,
}: QuestionProps & { onChoose: (option: number) => void }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-2 flex gap-2 font-semibold">
        <span className="tabular-nums">{number}.</span>
        <Written>{question}</Written>
      </legend>
      {options.map((option, index) => (
        <label
          key={option}
          className={classNames(
            "relative flex min-h-touch cursor-pointer items-center gap-3 rounded-control border px-3 py-2",
            "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
            chosen === index
              ? "border-ink bg-sunken ring-1 ring-ink"
              : "border-line-strong bg-surface hover:bg-sunken",
          )}
        >
          <input
            type="radio"
            name={`question-${number}`}
            checked={chosen === index}
            onChange={() => onChoose(index)}
            className="size-5 shrink-0 accent-ink"
          />
          <Written className="min-w-0 wrap-anywhere">{option}</Written>
        </label>
      ))}
    </fieldset>
  );
}

function AnsweredQuestion({ number, question: { question, options, answer, why }, chosen }: QuestionProps) {
  const t = useTranslations("student.check");
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="flex gap-2 font-semibold">
        <span className="tabular-nums">{number}.</span>
        <Written>{question}</Written>
      </h3>
      <ul className="grid gap-1">
        {options.map((option, index) => (
          <li
            key={option}
            className={classNames(
              "grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 rounded-control px-3 py-1.5",
              index === answer && "border border-ink font-medium",
            )}
          >
            {index === answer && <Check aria-hidden="true" className="mt-0.5 size-5" />}
            {index === chosen && index !== answer && <X aria-hidden="true" className="mt-0.5 size-5" />}
            <span className="col-start-2">
              <Written>{option}</Written>
              {(index === answer || index === chosen) && (
                <span className="block text-sm font-normal text-ink-soft">
                  {t(index !== answer ? "yours" : index === chosen ? "yoursRight" : "right")}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {why && (
        <Written as="p" className="text-pretty text-ink-soft">
          {why}
        </Written>
      )}
    </div>
  );
}

/** Where the page has the questions without answers: the student asks for these, so that a whole class does not ask at once. */
function AskAnswers() {
  const t = useTranslations("student.check");
  const { askBeside } = useSeat();
  const [state, setState] = useState<"idle" | "pending" | "failed">("idle");
  const press = async () => {
    setState("pending");
    if (!(await askBeside())) setState("failed");
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button pending={state === "pending"} onClick={press}>
        {t("show")}
      </Button>
      {state === "failed" && <FieldError>{t("failed")}</FieldError>}
    </div>
  );
}

// A line is always reserved, so that nothing moves under a thumb.
function Status({ isAnswered, isSent }: { isAnswered: boolean; isSent: boolean }) {
  const t = useTranslations("student.check");
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  return (
    <p role="status" className="min-h-[3em] text-ink-soft">
      {isAnswered &&
        (!isSent && heldUpBy ? storageNote(t(`kept.${heldUpBy}`)) : t(isSent ? "sent" : "sending"))}
    </p>
  );
}

/** Someone who reads the options may change their mind; in milliseconds. */
const CHANGE_DELAY = 600;

/** My answers as I last gave them, whether the server has them, and a way to change one. */
function useAnswers(count: number): {
  answers: Answers;
  isSent: boolean;
  choose: (question: number, option: number) => void;
} {
  const { you, desk } = useSeat();
  const waiting = useWaiting();
  const onItsWay = waiting.find((item) => item.name === "comprehension:answer" && !item.refused);
  const isSent = onItsWay?.name !== "comprehension:answer";
  const given = isSent ? you.answers : onItsWay.payload.answers;
  const answers = Array.from({ length: count }, (_, index) => given?.[index] ?? null);
  const choose = (question: number, option: number) =>
    desk.outbox.put(
      {
        name: "comprehension:answer",
        payload: { answers: answers.map((each, index) => (index === question ? option : each)) },
      },
      CHANGE_DELAY,
    );
  return { answers, isSent, choose };
}
