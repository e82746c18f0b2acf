import { useTranslations } from "next-intl";
import type { HostNotes, HostReading } from "#app/host/host-reading.ts";
import { Check } from "#app/icons/icons.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Kit } from "#debate/content/kit.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type CheckCountsProps = {
  questions: NonNullable<Kit["questions"]>;
  check: NonNullable<Snapshot["check"]>;
  phones: number;
};

/** How the class answered the questions; null where the session asks none. */
function checkIn({ debate, snapshot }: HostReading): CheckCountsProps | null {
  const { check } = snapshot;
  const questions = debate.kit?.questions ?? [];
  return check && questions.length > 0 ? { questions, check, phones: phonesIn(snapshot) } : null;
}

export function CheckInStage(reading: HostReading) {
  const check = checkIn(reading);
  return (
    check && (
      <div className="mt-6">
        <CheckCounts {...check} />
      </div>
    )
  );
}

export const checkInNotes: HostNotes = {
  hasAny: (reading) => checkIn(reading) !== null,
  title: "check",
  Part: (reading) => {
    const check = checkIn(reading);
    return check && <CheckCounts {...check} />;
  },
};

/** [Y5] How many chose what, question by question. Those who were removed since count. */
function CheckCounts({ questions, check, phones }: CheckCountsProps) {
  const t = useTranslations("host.check");
  const { answered, options } = check;
  return (
    <Card as="section" aria-labelledby="check-counts" className="grid min-w-0 gap-4">
      <div>
        <h3 id="check-counts" className="font-serif text-xl">
          {t("title")}
        </h3>
        <p className="text-ink-soft">{t("answered", { answered, joined: Math.max(answered, phones) })}</p>
        {!options && <p className="text-sm text-ink-soft">{t("sealed")}</p>}
      </div>
      {options && (
        <ol className="grid gap-4 sm:grid-cols-2">
          {questions.map((question, index) => (
            <QuestionCounts
              key={question.question}
              number={index + 1}
              question={question}
              counts={options[index] ?? []}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

type QuestionCountsProps = {
  number: number;
  question: CheckCountsProps["questions"][number];
  counts: readonly number[];
};

function QuestionCounts({ number, question: { question, options, answer }, counts }: QuestionCountsProps) {
  const t = useTranslations("host.check");
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return (
    <li className="grid min-w-0 content-start gap-2">
      <p className="flex gap-2 font-medium">
        <span className="tabular-nums">{number}.</span>
        <Written>{question}</Written>
      </p>
      <ul className="grid gap-2">
        {options.map((option, index) => {
          const count = counts[index] ?? 0;
          return (
            <li key={option} className="grid gap-1 text-sm">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 wrap-anywhere">
                  {index === answer && (
                    <>
                      <Check aria-hidden="true" className="me-1 inline size-4 align-[-0.15em]" />
                      <span className="sr-only">{t("right")} </span>
                    </>
                  )}
                  <Written className={index === answer ? "font-semibold" : undefined}>{option}</Written>
                </span>
                <span className="tabular-nums">{count}</span>
              </span>
              <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-line/60">
                <span
                  className="block h-full border-t-6 border-ink-soft"
                  style={{ width: `${(100 * count) / all}%` }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
