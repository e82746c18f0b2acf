"use client";
import { useTranslations } from "next-intl";
import { memo, useEffect, useRef, useState } from "react";
import { HOST } from "#app/activities/host.ts";
import { useCommands } from "#app/host/commands.tsx";
import { useShortcut } from "#app/host/keys/use-shortcut.ts";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { isOn } from "#debate/activities/open.ts";
import { hasReached, type Phase } from "#debate/rules/phase-order.ts";
import { canMove, openRound, resultsPublic } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** So many phases fit by their whole names into a laptop's window. */
const FIT = 8;

type StepperProps = { phases: readonly Phase[]; phase: Phase; settings: Settings; isRevealing: boolean };

/** All phases of the session in order; what lies behind can be returned to, where the session's promise allows it. `isRevealing`: the key back steps the reveal. */
export const Stepper = memo(function Stepper({ phases, phase, settings, isRevealing }: StepperProps) {
  const t = useTranslations();
  const { may } = useCommands();
  const [target, setTarget] = useState<Phase | null>(null);
  // [P7] If the class moves meanwhile, the question is void: the same step may lead forward by now.
  const [askedIn, setAskedIn] = useState(phase);
  if (askedIn !== phase) {
    setAskedIn(phase);
    setTarget(null);
  }
  const now = phases.indexOf(phase);
  const isCrowded = phases.length > FIT;
  const mayReturn = (step: Phase) => may("host:phase") && canMove(phase, step, settings);
  const before = phases[now - 1];
  useShortcut("back", !isRevealing && before && mayReturn(before) ? () => setTarget(before) : null);
  const current = useRef<HTMLLIElement>(null);

  // On a narrow screen the row scrolls: keep the current phase in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new phase is the reason to scroll.
  useEffect(() => {
    const step = current.current;
    const row = step?.parentElement;
    if (!row) return;
    const show = () => {
      row.scrollLeft = step.offsetLeft - row.clientWidth / 2 + step.clientWidth / 2;
    };
    // Also once a phone is turned, or a window made smaller.
    const sizes = new ResizeObserver(show);
    show();
    sizes.observe(row);
    return () => sizes.disconnect();
  }, [phase]);

  return (
    <nav aria-label={t("host.phases.label")} className="min-w-0 flex-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <ol tabIndex={0} className="relative flex overflow-x-auto more-beside px-4 2xl:px-6">
        {phases.map((step, place) => (
          <li
            key={step}
            ref={step === phase ? current : undefined}
            aria-current={step === phase ? "step" : undefined}
            className="relative flex shrink-0 grow basis-auto"
          >
            <StepLabel
              name={t(`phases.${step}.name`)}
              short={t(`phases.${step}.short`)}
              isCrowded={isCrowded}
              state={place < now ? "past" : place === now ? "current" : "future"}
              backLabel={t("host.phases.backTo", { phase: t(`phases.${step}.name`) })}
              onBack={mayReturn(step) ? () => setTarget(step) : null}
            />
          </li>
        ))}
      </ol>
      {settings.identity === "anonymous" && resultsPublic(phase) && may("host:phase") && (
        <p className="px-4 pt-1 pb-2 text-sm text-ink-soft 2xl:px-6">{t("host.phases.noBack")}</p>
      )}
      <BackDialog from={phase} to={target} settings={settings} onClose={() => setTarget(null)} />
    </nav>
  );
});

type StepLabelProps = {
  name: string;
  /** On a phone, where a whole name may be wider than the row, and where phases are many also on a laptop. */
  short: string;
  isCrowded: boolean;
  state: "past" | "current" | "future";
  backLabel: string;
  /** Null for people who may not move the class, and where it can't go back. */
  onBack: (() => void) | null;
};

function StepLabel({ name, short, isCrowded, state, backLabel, onBack }: StepLabelProps) {
  const style =
    "touch flex w-full items-center justify-center gap-1.5 border-b-[3px] px-3 text-sm whitespace-nowrap";
  if (state === "past" && onBack)
    return (
      <button
        type="button"
        aria-label={backLabel}
        title={backLabel}
        onClick={onBack}
        className={classNames(style, "border-ink/30 text-ink -outline-offset-3! hover:bg-sunken")}
      >
        <Check aria-hidden="true" className="size-4 text-ink-soft" />
        <StepName name={name} short={short} isCrowded={isCrowded} />
      </button>
    );
  return (
    <span
      className={classNames(
        style,
        state === "current"
          ? "border-ink font-bold"
          : classNames("text-ink-soft", state === "past" ? "border-ink/30" : "border-transparent"),
      )}
    >
      {state === "past" && <Check aria-hidden="true" className="size-4" />}
      <StepName name={name} short={short} isCrowded={isCrowded} />
    </span>
  );
}

/** Screen readers always hear the whole name. */
function StepName({ name, short, isCrowded }: Pick<StepLabelProps, "name" | "short" | "isCrowded">) {
  if (short === name) return name;
  return (
    <>
      <span className={isCrowded ? "max-2xl:sr-only" : "max-sm:sr-only"}>{name}</span>
      <span aria-hidden="true" className={isCrowded ? "2xl:hidden" : "sm:hidden"}>
        {short}
      </span>
    </>
  );
}

type BackDialogProps = { from: Phase; to: Phase | null; settings: Settings; onClose: () => void };

function BackDialog({ from, to, settings, onClose }: BackDialogProps) {
  const t = useTranslations();
  const { move } = useCommands();
  const { sentences } = useJoined();
  const [isPending, run] = usePending();
  // Keeps its words while it fades away.
  const [shown, setShown] = useState<Phase>("lobby");
  if (to && to !== shown) setShown(to);
  const inActivities = (isAmong: (since: Phase) => boolean) =>
    HOST.map(
      ({ name, backToVote }) =>
        openRound(shown) &&
        backToVote &&
        isAmong(backToVote.since) &&
        hasReached(from, backToVote.since) &&
        isOn(name, settings) &&
        t(`host.phases.${backToVote.words}`),
    );
  return (
    <Dialog
      open={to !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("host.phases.backTitle", { phase: t(`phases.${shown}.name`) })}
      actions={
        <>
          <DialogClose render={<Button>{t("shared.cancel")}</Button>} />
          <Button
            variant="primary"
            pending={isPending}
            onClick={() =>
              run(async () => {
                // The new phase has closed it where the class moved, and another question may be open by now.
                if (!(await move(shown))) onClose();
              })
            }
            autoFocus
          >
            {t("host.phases.backConfirm")}
          </Button>
        </>
      }
    >
      <DialogText>
        {sentences(
          openRound(shown) ? t("host.phases.backVote") : t("host.phases.backBody"),
          ...inActivities((since) => !resultsPublic(since)),
          from === "closed" && t("host.phases.backClosed"),
          resultsPublic(from) && !resultsPublic(shown) && t("host.phases.backResults"),
          ...inActivities(resultsPublic),
        )}
      </DialogText>
    </Dialog>
  );
}
