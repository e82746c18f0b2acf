"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { ChevronLeft, ChevronRight, Table2, Waves } from "#app/icons/icons.ts";
import { percentage } from "#app/results/figures.ts";
import { FlowDiagram, type Move } from "#app/results/flow/FlowDiagram.tsx";
import { FlowTable } from "#app/results/flow/FlowTable.tsx";
import { peopleIn } from "#app/results/flow/flow-totals.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Movement } from "#debate/counting/movement.ts";
import { CHOICES } from "#debate/rules/choices.ts";

type FlowProps = {
  movement: Movement;
  /** [Z8] */
  isRounded?: boolean;
  animated?: boolean;
};

/** The flow from one round to another, with its table one key (t) away. */
export function Flow({ movement, isRounded = false, animated = true }: FlowProps) {
  const t = useTranslations("flow");
  const [showsTable, setShowsTable] = useState(false);
  const [active, setActive] = useState<Move | null>(null);
  const titleId = useId();
  // [F13] Only while the focus is here: elsewhere a letter is the reader's, or their screen reader's.
  const press = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key.toLowerCase() === "t" && !ctrlKey && !metaKey && !altKey) setShowsTable((shown) => !shown);
  };

  const shared = { movement, active, onActive: setActive, stage: animated ? "flowing" : "still" } as const;

  return (
    <figure aria-labelledby={titleId} className="@container grid gap-4" onKeyDown={press}>
      <figcaption className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <span id={titleId} className="font-semibold">
          {t("title", { from: movement.from, to: movement.to, count: movement.n })}
        </span>
        <Button aria-keyshortcuts="t" onClick={() => setShowsTable((shown) => !shown)}>
          {showsTable ? (
            <Waves aria-hidden="true" className="size-5" />
          ) : (
            <Table2 aria-hidden="true" className="size-5" />
          )}
          {showsTable ? t("showPicture") : t("showTable")}
          <span
            aria-hidden="true"
            className="hidden rounded border border-current/40 px-1.5 text-xs pointer-fine:inline"
          >
            T
          </span>
        </Button>
      </figcaption>
      {showsTable ? (
        <FlowTable movement={movement} isRounded={isRounded} />
      ) : (
        <>
          <FlowDiagram {...shared} size="phone" className="@2xl:hidden" />
          <FlowDiagram {...shared} size="page" className="hidden @2xl:block" />
          <FlowDetail movement={movement} isRounded={isRounded} active={active} onActive={setActive} />
        </>
      )}
    </figure>
  );
}

function movesOf({ matrix }: Movement): Move[] {
  return CHOICES.flatMap((from, row) =>
    CHOICES.flatMap((to, column) => (matrix[row]?.[column] ? [{ from, to }] : [])),
  );
}

type FlowDetailProps = {
  movement: Movement;
  isRounded: boolean;
  active: Move | null;
  onActive: (move: Move | null) => void;
};

/** One stream in words, and two buttons that go through the streams for those who do not point. */
function FlowDetail({ movement, isRounded, active, onActive }: FlowDetailProps) {
  const t = useTranslations("flow");
  const moves = movesOf(movement);
  const at = moves.findIndex((move) => move.from === active?.from && move.to === active.to);
  const previous = () => onActive(moves.at(at < 0 ? -1 : at - 1) ?? null);
  const next = () => onActive(moves[(at + 1) % moves.length] ?? null);
  return (
    <div className="flex items-center gap-2">
      <Button variant="quiet" aria-label={t("previous")} onClick={previous} className="-ml-3 px-3!">
        <ChevronLeft aria-hidden="true" className="size-5" />
      </Button>
      <Button variant="quiet" aria-label={t("next")} onClick={next} className="px-3!">
        <ChevronRight aria-hidden="true" className="size-5" />
      </Button>
      <p aria-live="polite" className="min-w-0 text-sm text-ink-soft">
        {active ? <StreamInWords movement={movement} isRounded={isRounded} move={active} /> : t("hint")}
      </p>
    </div>
  );
}

type StreamInWordsProps = { movement: Movement; isRounded: boolean; move: Move };

/** How many people a stream has; [Z8] about how many where the flow is rounded. */
function StreamInWords({ movement: { matrix }, isRounded, move: { from, to } }: StreamInWordsProps) {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const people = matrix[CHOICES.indexOf(from)]?.[CHOICES.indexOf(to)] ?? 0;
  const said = {
    count: people,
    from: names(`${from}.name`),
    to: names(`${to}.name`),
    share: percentage(format, people / peopleIn(matrix)),
  };
  if (from === to) return t(isRounded ? "stayedAbout" : "stayedDetail", said);
  return t(isRounded ? "movedAbout" : "movedDetail", said);
}
