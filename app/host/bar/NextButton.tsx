"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { keysOf } from "#app/host/keys/host-shortcuts.ts";
import { STEPS_REVEAL, useShortcut } from "#app/host/keys/use-shortcut.ts";
import { type Doubt, type NextStep, nextStep } from "#app/host/next-step.ts";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { ArrowRight } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { useShortcuts } from "#app/shared/controls/shortcuts.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { openRound } from "#debate/rules/phases.ts";
import type { Rehearsed } from "#debate/rules/rehearsed.ts";
import { unreachable } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

export type NextButtonProps = Rehearsed & {
  snapshot: Snapshot;
  settings: Settings;
  reveal: RevealPlace | null;
  hasArgued: boolean;
  /** [B10] How many are writing about their votes. */
  writing: number;
  /** Whether it stands on the page a second time, where the keys are the other one's. */
  isRepeated?: boolean;
};

/**
 * The button for the next step. It asks for confirmation if students have not voted, [P9] and after a key press. [V15] A step of the
 * reveal needs none: stepping back undoes it.
 */
export function NextButton({
  snapshot,
  settings,
  simulated,
  reveal,
  hasArgued,
  writing,
  isRepeated = false,
}: NextButtonProps) {
  const t = useTranslations("host.next");
  const show = useTranslations("host.reveal.show");
  const counting = useTranslations("host.results");
  const { move, step: showStep } = useCommands();
  const [isPending, run] = usePending();
  // The step that the question is about: if the class moves meanwhile, the question is void, also once it is back.
  const [asked, setAsked] = useState<NextStep["to"] | null>(null);
  const [askedIn, setAskedIn] = useState(snapshot.phase);
  if (askedIn !== snapshot.phase) {
    setAskedIn(snapshot.phase);
    setAsked(null);
  }
  const step = nextStep(snapshot, settings, { hasArgued, writing, simulated });
  const skip = step?.skip;
  const prefersSkip = step?.doubt?.kind === "argued";
  const go = (to: Phase) => run(() => move(to).then(() => setAsked(null)));
  const shown = reveal?.next ?? null;
  // [V14] Until the votes are counted there is no next step, and closing is none.
  const isCounting = reveal !== null && shown === null && reveal.now !== "open";
  const press = () => {
    if (!step || isPending || isCounting) return;
    if (shown) return void run(() => showStep(shown));
    if (step.doubt) setAsked(step.to);
    else void go(step.to);
  };
  const onKey = shown ? press : step && !isPending && !isCounting ? () => setAsked(step.to) : null;
  useShortcut("next", isRepeated ? null : onKey);
  const isOn = useShortcuts()("next");
  if (!step)
    return <p className="flex min-h-14 items-center px-2 font-semibold text-ink-soft">{t("closed")}</p>;
  return (
    <>
      <Button
        variant="primary"
        pending={isPending || isCounting}
        onClick={press}
        {...(isOn && !isRepeated && { "aria-keyshortcuts": keysOf("next"), title: t("key") })}
        {...(reveal && STEPS_REVEAL)}
        className="min-h-14! flex-1 px-5 low:min-h-touch! xl:min-h-touch! max-[360px]:px-3 sm:flex-none"
      >
        {shown ? show(shown) : isCounting ? counting("waiting") : t(step.words)}
        <ArrowRight aria-hidden="true" className="size-5 shrink-0" />
      </Button>
      <Dialog
        open={asked === step.to}
        onOpenChange={(open) => !open && setAsked(null)}
        title={<DoubtTitle doubt={step.doubt} fallback={t(step.words)} />}
        actions={
          <>
            {!skip && <DialogClose render={<Button>{t("wait")}</Button>} />}
            {skip && !prefersSkip && (
              <Button pending={isPending} onClick={() => go(skip)}>
                {t(`skip.${skip}`)}
              </Button>
            )}
            <Button
              variant={prefersSkip ? "secondary" : "primary"}
              pending={isPending}
              onClick={() => go(step.to)}
              autoFocus={!prefersSkip}
            >
              {step.doubt?.kind === "writing" ? t("closeNow") : t(step.words)}
            </Button>
            {skip && prefersSkip && (
              <Button variant="primary" pending={isPending} onClick={() => go(skip)} autoFocus>
                {t(`skip.${skip}`)}
              </Button>
            )}
          </>
        }
      >
        <DoubtBody doubt={step.doubt} isVote={openRound(snapshot.phase) !== null} writing={writing} />
      </Dialog>
    </>
  );
}

function DoubtTitle({ doubt, fallback }: { doubt: Doubt | null; fallback: string }) {
  const t = useTranslations("host.next");
  const tPhases = useTranslations("phases");
  // Everybody may have voted while the question was open.
  if (!doubt) return fallback;
  switch (doubt.kind) {
    case "missing":
      return t("missingTitle", { count: doubt.count });
    case "nobody":
      return t("nobodyTitle");
    case "writing":
      return t("writingTitle", { count: doubt.count });
    case "final":
      return t("finalTitle");
    case "argued":
      return t("arguedTitle");
    case "optional":
      return t("optionalTitle", { phase: tPhases(`${doubt.phase}.name`) });
    case "close":
      return t("closeTitle");
    case "end":
      return t("endTitle");
    default:
      return unreachable(doubt);
  }
}

type DoubtBodyProps = { doubt: Doubt | null; isVote: boolean; writing: number };

function DoubtBody({ doubt, isVote, writing }: DoubtBodyProps) {
  const t = useTranslations("host");
  const { space } = useJoined();
  const alsoWriting = isVote && writing > 0 && t("next.writingToo", { count: writing });
  if (!doubt) return <DialogText>{isVote ? t("vote.everybody") : t("next.keyBody")}</DialogText>;
  return (
    <DialogText>
      {doubt.kind === "final" ? t("next.finalBody", { count: doubt.count }) : t(`next.${doubt.kind}Body`)}
      {doubt.kind !== "writing" && alsoWriting && space}
      {doubt.kind !== "writing" && alsoWriting}
    </DialogText>
  );
}
