"use client";
import { useTranslations } from "next-intl";
import { VOTE_QUESTIONS } from "#app/activities/phone-vote.ts";
import { Check, ChevronDown } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { CreditQuestion } from "#app/student/vote/CreditQuestion.tsx";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { TYPING, useBallot } from "#app/student/vote/use-ballot.ts";
import { useTyping } from "#app/student/vote/use-typing.ts";
import { asksFor } from "#debate/activities/open.ts";
import { asksReason } from "#debate/rules/ballots.ts";
import type { Round } from "#debate/rules/choices.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import type { Settings } from "#debate/rules/settings.ts";

const STEPS = ["1", "2", "3", "4", "5"] as const;

/** What may be added to a ballot once it is cast. All of it is optional and saved automatically. */
export function BallotExtras({ round }: { round: Round }) {
  const t = useTranslations("student.extras");
  const { settings } = useSeat();
  const { ballot, cast } = useBallot(round);
  if (!ballot || questionsIn(settings, round) === 0) return null;
  return (
    <section
      data-needs-script
      aria-labelledby={`extras-${round}`}
      className="mt-2 grid grid-cols-1 gap-6 border-t border-line pt-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`extras-${round}`} tabIndex={-1} className="scroll-mt-16 font-serif text-xl outline-none">
          {t("title")}
        </h2>
        <SavedMark round={round} />
      </div>
      {settings.questions.confidence && (
        <RadioRow
          optional
          name={`confidence-${round}`}
          legend={t("confidence")}
          options={STEPS.map((step) => ({ value: step, label: step, spoken: t(`steps.${step}`) }))}
          ends={[t("steps.1"), t("steps.5")]}
          value={ballot.confidence === undefined ? null : String(ballot.confidence)}
          onChoose={(value) => cast({ confidence: Number(value) })}
        />
      )}
      {alsoAsked(settings, round).map(({ field, Questions }) => (
        <Questions key={field} round={round} />
      ))}
      {asksReason(settings, round) && <Reason round={round} />}
      {asksCredit(settings, round) && <CreditQuestion />}
    </section>
  );
}

const alsoAsked = (settings: Settings, round: Round) =>
  VOTE_QUESTIONS.filter(({ field }) => asksFor(field, settings, round));

const asksCredit = ({ questions }: Settings, round: Round) => questions.credit && round === "after";

/** How many questions a ballot of this round has beside the choice. */
function questionsIn(settings: Settings, round: Round): number {
  const single = [
    settings.questions.confidence,
    asksReason(settings, round),
    asksCredit(settings, round),
  ].filter(Boolean).length;
  return alsoAsked(settings, round).reduce((sum, { count }) => sum + count, single);
}

/** [F9] That there are more questions, below what a phone shows, and who reads the answers. Its room is kept before the vote. */
export function MoreQuestions({ round, isShown }: { round: Round; isShown: boolean }) {
  const t = useTranslations("student.access");
  const { settings, identity } = useSeat();
  const count = questionsIn(settings, round);
  if (count === 0) return null;
  const show = () => {
    const heading = document.getElementById(`extras-${round}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView();
  };
  return (
    <div
      data-needs-script
      className={classNames("flex flex-wrap items-center gap-x-4 text-sm", !isShown && "invisible")}
    >
      <Button className="-ml-2 px-2! text-sm!" variant="quiet" onClick={show}>
        <ChevronDown aria-hidden="true" className="size-5" />
        {t("questions", { count })}
      </Button>
      <p className="min-w-0 flex-1 basis-48 text-pretty text-ink-soft">{t(`readers.${identity}`)}</p>
    </div>
  );
}

function Reason({ round }: { round: Round }) {
  const t = useTranslations("student.extras");
  const words = useTranslations("words");
  const { ballot, cast } = useBallot(round);
  const typing = useTyping(`reason ${round}`, ballot?.reason ?? "", (reason) => cast({ reason }, TYPING));
  return (
    <Field
      multiline
      optional
      rows={3}
      dir="auto"
      limit={REASON_LENGTH}
      label={t("reason")}
      hint={words("hint")}
      {...typing}
    />
  );
}

function SavedMark({ round }: { round: Round }) {
  const t = useTranslations("student.extras");
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  const { ballot, isSaved, isCounted } = useBallot(round);
  const answered = VOTE_QUESTIONS.find(({ field }) => ballot?.[field] !== undefined);
  const hasMore = Boolean(ballot?.confidence ?? ballot?.reason ?? ballot?.credit ?? answered);
  const words = isSaved ? (hasMore ? "saved" : null) : isCounted ? (heldUpBy ? "kept" : "saving") : null;
  useNews("saved", words === "saved" ? t("saved") : null);
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-soft">
      {words === "saved" && <Check aria-hidden="true" className="size-4 text-good" strokeWidth={3} />}
      {words && (words === "kept" ? storageNote(t(words)) : t(words))}
    </p>
  );
}
