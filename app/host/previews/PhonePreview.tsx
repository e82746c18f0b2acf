"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { Timer } from "#app/shared/timers/Timer.tsx";
import { type View, viewsOf } from "#app/shared/views-of-phase.ts";
import { ChoiceBadge, ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadDebate } from "#debate/content/versions.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import { hasOwnView, type Phase } from "#debate/rules/phase-order.ts";
import { isClosed, openRound } from "#debate/rules/phases.ts";
import { ordered } from "#debate/rules/rebuttal-order.ts";
import { unreachable } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal, Snapshot } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";

type PhoneCopyProps = {
  debate: ReadDebate;
  settings: Settings;
  snapshot: Snapshot;
  rebuttals: ReadonlyMap<string, Rebuttal> | null;
};

/** A student's phone in outline: which of its faces the class has before it. */
export function PhonePreview({ debate, settings, snapshot, rebuttals }: PhoneCopyProps) {
  const { phase, phaseEndsAt, step } = snapshot;
  return (
    <Phone
      debate={debate}
      settings={settings}
      phase={phase}
      endsAt={phaseEndsAt}
      rebuttals={rebuttals}
      step={phase === "results" ? step : undefined}
    />
  );
}

type PhoneProps = Omit<PhoneCopyProps, "snapshot"> & {
  phase: Phase;
  endsAt: number | undefined;
  step: Step | undefined;
};

/** Views of which the outline has a line and no more. */
const isInALine = (view: View) => view === "wait" || view === "result" || hasOwnView(view);

const Phone = memo(function Phone({ debate, settings, phase, endsAt, rebuttals, step }: PhoneProps) {
  const t = useTranslations();
  const { main } = viewsOf(phase, settings);
  const round = openRound(phase);
  const title = t(round ? `phones.title.vote.${round}` : `phones.title.${main as Exclude<View, "vote">}`);
  const shown = step && step !== "open" ? t(`steps.${step}.name`) : null;
  const over = main === "result" && isClosed(phase) ? t("phones.over") : null;
  const said = shown ?? over ?? (isInALine(main) ? title : null);
  return (
    <figure className="grid max-w-36 content-start gap-2 @min-[20rem]:row-span-2">
      <figcaption className="text-sm font-semibold">{t("host.copies.phone")}</figcaption>
      <div
        role="img"
        aria-label={t("host.phone.says", { what: said ?? title })}
        className="aspect-[9/17] w-full overflow-hidden rounded-[0.9rem] border-3 border-ink bg-paper"
      >
        <div inert className="flex h-full flex-col gap-1.5 p-1.5 text-[0.5rem] leading-snug">
          <p className="flex items-center justify-between text-ink-soft">
            <span>{said !== title && title}</span>
            {endsAt !== undefined && <Timer key={endsAt} endsAt={endsAt} />}
          </p>
          <Written
            as="p"
            className={classNames(
              "font-serif text-balance",
              main === "argue" ? "line-clamp-2" : "line-clamp-5 text-[0.6rem] leading-tight",
            )}
          >
            {debate.resolution}
          </Written>
          {said && <p className="mt-auto mb-auto text-center font-serif text-xs text-balance">{said}</p>}
          <Face {...{ debate, rebuttals, main }} />
        </div>
      </div>
    </figure>
  );
});

type FaceProps = Omit<PhoneProps, "endsAt" | "step" | "settings" | "phase"> & { main: View };

function Face({ debate, rebuttals, main }: FaceProps) {
  switch (main) {
    case "wait":
      return null;
    case "vote":
      return <Buttons />;
    case "read":
      return <Columns debate={debate} isTall />;
    case "argue":
      return <Cards rebuttals={rebuttals ? mostEndorsed(rebuttals) : []} />;
    case "result":
      return null;
    default:
      return hasOwnView(main) ? null : unreachable(main);
  }
}

function Buttons() {
  const t = useTranslations("choices");
  return (
    <div className="mt-auto grid gap-1.5">
      {CHOICES.map((choice) => (
        <p
          key={choice}
          className="flex min-h-6 items-center gap-1 rounded-[0.25rem] border border-line-strong bg-surface px-1.5 text-[0.6rem] font-semibold"
        >
          <ChoiceMark choice={choice} />
          {t(`${choice}.vote`)}
        </p>
      ))}
    </div>
  );
}

function Columns({ debate, isTall = false }: { debate: ReadDebate; isTall?: boolean }) {
  return (
    <div className={classNames("grid min-h-0 grid-cols-2 gap-2", isTall && "flex-1")}>
      {debate.positions.map(({ side, expert, paragraphs }) => (
        <div key={side} className="min-h-0 min-w-0 overflow-hidden border-t border-line pt-1">
          <ChoiceBadge choice={side} />
          <Written as="p" className="truncate font-semibold">
            {expert.name}
          </Written>
          {isTall && (
            <Written as="p" className="mt-1 line-clamp-[12] font-serif text-ink-soft">
              {paragraphs[0]?.text.slice(0, 400)}
            </Written>
          )}
        </div>
      ))}
    </div>
  );
}

/** The first three of the class's list. */
function mostEndorsed(rebuttals: ReadonlyMap<string, Rebuttal>): Rebuttal[] {
  const published = [...rebuttals.values()].filter(({ status }) => status === "published");
  return ordered(published, "endorsed").slice(0, 3);
}

function Cards({ rebuttals }: { rebuttals: readonly Rebuttal[] }) {
  const t = useTranslations("phones");
  return (
    <>
      <div className="grid min-h-0 flex-1 content-start gap-1.5 overflow-hidden">
        {rebuttals.length === 0 && <p className="mt-4 text-center">{t("noneYet")}</p>}
        {rebuttals.map(({ id, side, body }) => (
          <div key={id} className="rounded-[0.3rem] border border-line bg-surface p-1.5">
            <ChoiceBadge choice={side} />
            <Written as="p" className="line-clamp-3 font-serif wrap-anywhere">
              {body}
            </Written>
          </div>
        ))}
      </div>
      <p className="rounded-[0.25rem] bg-ink px-1 py-1 text-center font-semibold text-paper">{t("write")}</p>
    </>
  );
}
