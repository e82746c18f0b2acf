"use client";
import { useTranslations } from "next-intl";
import { createElement } from "react";
import { HOST_STEPS } from "#app/activities/host-results.ts";
import { useCommands } from "#app/host/commands.tsx";
import { STEPS_REVEAL } from "#app/host/keys/use-shortcut.ts";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { isActivityStep, type Step } from "#debate/rules/steps.ts";

type RevealLadderProps = {
  reveal: RevealPlace;
  snapshot: Snapshot;
  isRehearsal: boolean;
};

/** [V14] All steps of the reveal: what the class sees now, what comes next, and the way to each of them. */
export function RevealLadder({ reveal: { steps, now, next }, snapshot, isRehearsal }: RevealLadderProps) {
  const end = useTranslations("host.next");
  const t = useTranslations("host.reveal");
  const names = useTranslations("steps");
  const { sentences } = useJoined();
  const { may } = useCommands();
  const { opened } = snapshot;
  useNews("reveal", `${names(`${now}.name`)}. ${t(`sees.${now}`)}`);
  return (
    <Card as="section" aria-label={t("label")} className="mb-4 grid gap-4">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <div>
          <p className="text-sm text-ink-soft">{t("now")}</p>
          <p className="font-serif text-2xl text-balance">{names(`${now}.name`)}</p>
          <p className="text-pretty">
            {sentences(t(`sees.${now}`), opened && now !== "open" && t("stillOpen"))}
          </p>
          {isActivityStep(now) && createElement(HOST_STEPS[now], { snapshot })}
        </div>
        {/* Not on phones: their bottom button says it, and the ladder needs the room. Not for assistants, nor before the count. */}
        {(next !== null || now === "open") && (
          <div className="border-l border-line pl-6 max-sm:hidden">
            <p className="text-sm text-ink-soft">{t("next")}</p>
            <p className="font-serif text-xl text-balance text-ink-soft">
              {next ? names(`${next}.name`) : end(isRehearsal ? "rehearsal" : "results")}
            </p>
            <p className="text-pretty text-ink-soft">
              {next ? t(`sees.${next}`) : isRehearsal ? end("endBody") : t("endBody")}
            </p>
          </div>
        )}
      </div>
      <ol className="grid grid-cols-2 gap-1.5 sm:grid-cols-4">
        {steps.map((step, place) => (
          <li key={step} aria-current={step === now ? "step" : undefined} className="flex">
            <Rung
              step={step}
              place={place + 1}
              state={step === now ? "current" : steps.indexOf(now) > place ? "past" : "future"}
              isPressable={may("host:step")}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

type RungProps = {
  step: Step;
  place: number;
  state: "past" | "current" | "future";
  isPressable: boolean;
};

function Rung({ step, place, state, isPressable }: RungProps) {
  const t = useTranslations("host.reveal");
  const name = useTranslations("steps")(`${step}.name`);
  const { step: show } = useCommands();
  const [isPending, run] = usePending();
  const isCurrent = state === "current";
  const style = classNames(
    "flex min-h-touch w-full items-center gap-2 rounded-control border px-2.5 py-1 text-left text-sm leading-tight",
    isCurrent
      ? "border-ink bg-ink font-semibold text-paper"
      : state === "past"
        ? "border-line bg-sunken"
        : "border-line-strong bg-surface",
  );
  const inside = (
    <>
      <span aria-hidden="true" className="grid w-4 shrink-0 justify-items-center text-xs tabular-nums">
        {state === "past" ? <Check className="size-4" /> : place}
      </span>
      <span className="min-w-0">{name}</span>
    </>
  );
  if (!isPressable) return <span className={style}>{inside}</span>;
  return (
    <button
      type="button"
      {...STEPS_REVEAL}
      // [F11] Stays a button, so that the focus stays with it.
      aria-disabled={isCurrent || isPending || undefined}
      {...(!isCurrent && {
        "aria-label": t(state === "past" ? "jumpBack" : "jumpTo", { step: name }),
        onClick: () => void (isPending || run(() => show(step))),
      })}
      aria-busy={isPending || undefined}
      className={classNames(
        style,
        isCurrent ? "cursor-default!" : "hover:border-ink",
        isPending && "opacity-55",
      )}
    >
      {inside}
    </button>
  );
}
