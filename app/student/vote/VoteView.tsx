"use client";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { VOTE_PLACES } from "#app/activities/phone-vote.ts";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ChoiceButton } from "#app/shared/votes/ChoiceButton.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { BallotExtras, MoreQuestions } from "#app/student/vote/BallotExtras.tsx";
import { useBallot } from "#app/student/vote/use-ballot.ts";
import { CHOICES, type Choice, isOfDebate, type Round } from "#debate/rules/choices.ts";

/**
 * One vote. A plain form, so that it works before any script has run and without any; with scripts the
 * tap goes through the outbox. The buttons keep their place when the rest unfolds below them.
 */
export function VoteView({ round }: { round: Round }) {
  const t = useTranslations("student.vote");
  const { code, resolution, you, state } = useSeat();
  const { ballot, isCounted, cast } = useBallot(round);

  const vote = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    if (pressed instanceof HTMLButtonElement && isChoice(pressed.value)) cast({ choice: pressed.value });
  };

  return (
    <div className="mx-auto max-w-measure">
      <div className="flex min-h-[calc(100dvh-9.5rem-var(--views,0px))] flex-col gap-8 short:gap-3 min-[900px]:min-h-0">
        <div className="grid grid-cols-1 gap-3 short:gap-1">
          <ViewHeading of={`vote.${round}`} />
          <Resolution as="h2" className="short:text-xl!">
            {resolution}
          </Resolution>
          {!isOfDebate(round) && <p className="text-ink-soft text-pretty">{t(round)}</p>}
          {VOTE_PLACES.map(({ name, Note }) => Note && <Note key={name} round={round} />)}
          <NextDate schedule={state.snapshot.schedule} className="text-sm" />
        </div>
        <div className="mt-auto">
          <form method="post" action={`/api/sessions/${code}/ballot`} onSubmit={vote} className="@container">
            <input type="hidden" name="round" value={round} />
            <input type="hidden" name="seq" value={(you.ballots[round]?.seq ?? 0) + 1} />
            {/* [F23] In a low and wide window beside each other, so that all three are in sight. */}
            <div className="grid grid-cols-1 gap-3 short:@min-[30rem]:grid-cols-3">
              {CHOICES.map((choice) => {
                const chosen = ballot?.choice === choice;
                return (
                  <ChoiceButton key={choice} choice={choice} chosen={chosen} pending={chosen && !isCounted} />
                );
              })}
            </div>
          </form>
          <VoteStatus has={ballot !== null} isCounted={isCounted} />
          <MoreQuestions round={round} isShown={ballot !== null} />
        </div>
      </div>
      {ballot && <BallotExtras round={round} />}
    </div>
  );
}

// Two lines are always reserved, so that nothing moves under a thumb.
function VoteStatus({ has, isCounted }: { has: boolean; isCounted: boolean }) {
  const t = useTranslations("student.vote");
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  const unsent = heldUpBy ? storageNote(t(`kept.${heldUpBy}`)) : t("sending");
  return (
    <p role="status" className="mt-3 min-h-[3em] text-sm text-ink-soft">
      {!has ? t("before") : isCounted ? t("counted") : unsent}
    </p>
  );
}

function isChoice(value: string): value is Choice {
  return (CHOICES as readonly string[]).includes(value);
}
