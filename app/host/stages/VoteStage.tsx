"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { votersIn } from "#app/activities/host.ts";
import { VOTE_NOTES } from "#app/activities/host-stages.ts";
import { useCommands } from "#app/host/commands.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Eye, EyeOff, TriangleAlert } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { TallyBars } from "#app/shared/votes/TallyBars.tsx";
import { TurnoutRing } from "#app/shared/votes/TurnoutRing.tsx";
import { isOfDebate, type LaterRound, ROUNDS, type Round } from "#debate/rules/choices.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot, Tally } from "#debate/rules/snapshot.ts";

/** An open vote: how many have voted, and whether the wall shows what. */
export function VoteStage({ settings, snapshot }: { settings: Settings; snapshot: Snapshot }) {
  const t = useTranslations("host.vote");
  const { turnout, revealed, tally } = snapshot;
  const joined = votersIn(snapshot);
  const { may } = useCommands();
  const label = t("voted", { voted: turnout.voted, joined });
  useNews("turnout", label);
  const covered = coveredBy(turnout.round, settings);
  const shown = revealed ? tally?.[turnout.round] : undefined;
  return (
    <>
      <StageTitle>{t(`title.${turnout.round}`)}</StageTitle>
      <Card as="section" padding="roomy" className="grid justify-items-center gap-6">
        <TurnoutRing
          voted={turnout.voted}
          joined={joined}
          label={label}
          below={`/ ${joined}`}
          className={classNames("w-full", shown ? "max-w-44" : "max-w-72")}
        />
        <div className="grid gap-1 text-center">
          <p className="font-serif text-2xl tabular-nums">{joined === 0 ? t("nobodyTitle") : label}</p>
          {joined === 0 && <p className="text-ink-soft">{t("nobodyBody")}</p>}
        </div>
        {VOTE_NOTES.map((Note) => (
          <Note key={Note.name} snapshot={snapshot} />
        ))}
        {shown && <TallyBars tally={shown} className="w-full max-w-xl" />}
        {covered ? (
          <p className="max-w-prose text-center text-sm text-ink-soft text-balance">
            {t(`covered.${covered}`)}
          </p>
        ) : (
          may("host:reveal") && <RevealToggle isRevealed={revealed ?? false} />
        )}
      </Card>
      <EarlierTallies snapshot={snapshot} />
    </>
  );
}

/** Why no tally is shown while the vote is open; null where the host may show it. */
function coveredBy(round: Round, settings: Settings): LaterRound | "anonymous" | null {
  if (!isOfDebate(round)) return round; // [P35]
  return settings.identity === "anonymous" ? "anonymous" : null;
}

function RevealToggle({ isRevealed }: { isRevealed: boolean }) {
  const t = useTranslations("host.vote");
  const { reveal } = useCommands();
  const { sentence, space } = useJoined();
  const [isPending, run] = usePending();
  const [isAsked, setAsked] = useState(false);
  if (isRevealed)
    return (
      <div className="flex w-full flex-wrap items-center gap-3 rounded-control bg-warn-wash px-4 py-3">
        <Eye aria-hidden="true" className="size-5 shrink-0 text-warn" />
        <p role="status" className="min-w-0 flex-1 basis-48">
          <span className="font-semibold">{sentence(t("revealed"))}</span>
          {space}
          {t("revealedBody")}
        </p>
        <Button pending={isPending} onClick={() => run(() => reveal(false))}>
          <EyeOff aria-hidden="true" className="size-4.5" />
          {t("cover")}
        </Button>
      </div>
    );
  return (
    <Dialog
      open={isAsked}
      onOpenChange={setAsked}
      trigger={
        <Button>
          <Eye aria-hidden="true" className="size-4.5" />
          {t("reveal")}
        </Button>
      }
      title={t("revealTitle")}
      actions={
        <>
          <DialogClose render={<Button>{t("keepCovered")}</Button>} />
          <Button
            variant="primary"
            pending={isPending}
            onClick={() => run(() => reveal(true).then(() => setAsked(false)))}
          >
            {t("revealConfirm")}
          </Button>
        </>
      }
    >
      <p className="flex gap-3">
        <TriangleAlert aria-hidden="true" className="mt-1 size-5 shrink-0 text-warn" />
        {t("revealHint")}
      </p>
    </Dialog>
  );
}

/** Folded away, since many a laptop is mirrored on the wall. */
function EarlierTallies({ snapshot: { tally, turnout } }: { snapshot: Snapshot }) {
  const t = useTranslations();
  const earlier = ROUNDS.flatMap((round) => {
    const counted: Tally | undefined = round === turnout.round ? undefined : tally?.[round];
    return counted ? [{ round, counted }] : [];
  });
  if (earlier.length === 0) return null;
  return (
    <details className="mt-4 rounded-card border border-line bg-surface">
      <summary className="flex min-h-touch items-center px-4 py-2 font-semibold">
        {t("host.vote.earlier")}
      </summary>
      <div className="grid gap-5 px-4 pb-4">
        {earlier.map(({ round, counted }) => (
          <section key={round} className="grid gap-2">
            <h3 className="text-sm text-ink-soft">{t(`phases.rounds.${round}`)}</h3>
            <TallyBars tally={counted} className="text-sm" />
          </section>
        ))}
      </div>
    </details>
  );
}
