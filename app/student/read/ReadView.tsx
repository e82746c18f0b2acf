"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { PHONE_ARGUE } from "#app/activities/phone-argue.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ContentIn, useContentLanguage } from "#app/shared/text/Written.tsx";
import { type Place, useSeat, useShown } from "#app/student/join/seat.ts";
import { OnProjector } from "#app/student/OnProjector.tsx";
import { AnswerBar } from "#app/student/read/AnswerBar.tsx";
import { DebateFoot, DebateHead } from "#app/student/read/DebateFrame.tsx";
import { PositionColumn } from "#app/student/read/PositionColumn.tsx";
import { ReadingTools } from "#app/student/read/ReadingTools.tsx";
import { SideTabs, sideTab } from "#app/student/read/SideTabs.tsx";
import { sentencePicked } from "#app/student/read/sentence-beside.ts";
import { WithSentenceMarks } from "#app/student/read/sentence-marks.tsx";
import { WithGlossary } from "#app/student/read/Terms.tsx";
import { useAnswersTo } from "#app/student/read/use-answers-to.ts";
import { usePicking } from "#app/student/read/use-picking.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";
import { isOn } from "#debate/activities/open.ts";
import { languageRead, type ReadDebate } from "#debate/content/versions.ts";
import { OPPOSITE, type Side } from "#debate/rules/choices.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** Two experts who disagree: one page of two columns, of which a phone shows one at a time. */
export function ReadView() {
  const t = useTranslations("student.read");
  const { resolution, debate, state, settings } = useSeat();
  const usual = useContentLanguage();
  const isArguing = state.snapshot.phase === "rebuttal";
  const isReading = state.snapshot.phase === "reading";
  const parts = partsIn(settings);
  const how = parts.find(({ picked }) => picked)?.picked?.how;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <div className="grid grid-cols-1 gap-3">
          <ViewHeading of="read" />
          <ContentIn lang={debate ? languageRead(debate) : usual}>
            <Resolution as="h2">{debate?.resolution ?? resolution}</Resolution>
          </ContentIn>
          {isReading && <NextDate schedule={state.snapshot.schedule} className="text-sm" />}
          {isReading && parts.map(({ name, Above }) => Above && <Above key={name} />)}
          {debate &&
            isReading &&
            parts.map(({ name, Begin }) => Begin && <Begin key={name} debate={debate} />)}
          {(isArguing || how) && (
            <p data-needs-script className="max-w-measure text-pretty text-ink-soft">
              {t(isArguing || !how ? "howToAnswer" : how)}
            </p>
          )}
        </div>
        <OnProjector />
      </div>
      {debate ? <Columns debate={debate} isArguing={isArguing} /> : <NoText />}
    </div>
  );
}

function Columns({ debate, isArguing }: { debate: ReadDebate; isArguing: boolean }) {
  const { code, desk, you, settings, show } = useSeat();
  const { place, view } = useShown();
  const showAnswers = useCallback((of: Place) => show("argue", of), [show]);
  const parts = partsIn(settings);
  const [side, setSide] = useState<Side>(
    () => parts.flatMap(({ opensOn }) => opensOn?.(you) ?? []).at(0) ?? "for",
  );
  const [opened, setOpened] = useState<readonly Side[]>([]);
  if (!opened.includes(side)) setOpened([...opened, side]);
  const isWide = useIsWide();
  const page = useRef<HTMLDivElement>(null);
  const answers = useAnswersTo(debate);
  const isPicking = isArguing || parts.some(({ picked }) => picked);
  const { picked, pick, step } = usePicking(page, debate, isPicking && view === "read");
  const sentence = picked && sentencePicked(debate.positions, picked);
  const other = OPPOSITE[side];

  useEffect(() => {
    if (!place || view !== "read") return;
    setSide(place.side);
    // After the column has been shown.
    const frame = requestAnimationFrame(() =>
      document.getElementById(`${place.side}-${place.n}`)?.scrollIntoView({ block: "center" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [place, view]);

  const answer = () => {
    if (!picked) return;
    const { side, n, exact } = picked;
    const { version } = debate;
    desk.drafts.begin({ quote: { side, n, exact, ...(version && { version }) } });
    pick(null);
  };
  // [X9] On to the other position, from its beginning.
  const goOn = () => {
    setSide(other);
    requestAnimationFrame(() => {
      const tab = document.getElementById(sideTab(other));
      tab?.focus({ preventScroll: true });
      page.current?.scrollIntoView();
    });
  };

  return (
    <WithGlossary glossary={debate.kit?.glossary}>
      <DebateHead debate={debate} />
      <ReadingTools debate={debate} side={side} isPicking={picked !== null} />
      <Tabs.Root value={side} onValueChange={setSide} className="contents">
        <SideTabs positions={debate.positions} />
        <AroundTexts parts={parts}>
          <div
            ref={page}
            className="grid grid-cols-1 min-[900px]:grid-cols-2 min-[900px]:divide-x min-[900px]:divide-line"
          >
            {debate.positions.map((position) => (
              <PositionColumn
                key={position.side}
                code={code}
                position={position}
                lang={languageRead(debate)}
                isShown={position.side === side}
                isTab={!isWide}
                picked={picked?.side === position.side ? picked : null}
                place={place?.side === position.side ? place.n : null}
                answers={answers[position.side]}
                onAnswers={showAnswers}
                onPickParagraph={isPicking ? pick : null}
                isAnswering={isArguing}
              />
            ))}
          </div>
        </AroundTexts>
      </Tabs.Root>
      {parts.map(
        ({ name, Below }) =>
          Below && (
            <Below
              key={name}
              debate={debate}
              other={debate.positions.find((position) => position.side === other)?.expert.name ?? ""}
              onOther={isWide || opened.includes(other) ? null : goOn}
            />
          ),
      )}
      <DebateFoot debate={debate} />
      {isPicking && picked && (
        <AnswerBar
          picked={picked}
          onAnswer={isArguing ? answer : null}
          onStep={step}
          onLeave={() => pick(null)}
        >
          {sentence &&
            parts.map(({ name, picked }) => picked && <picked.Tools key={name} place={sentence} />)}
        </AnswerBar>
      )}
    </WithGlossary>
  );
}

/** What the activities of a session add. */
const partsIn = (settings: Pick<Settings, "activities">) =>
  PHONE_ARGUE.flatMap(({ name, read }) => (read && isOn(name, settings) ? { name, ...read } : []));

function AroundTexts({ parts, children }: { parts: ReturnType<typeof partsIn>; children: ReactNode }) {
  return parts.reduce<ReactNode>(
    (within, { name, Around }) => (Around ? <Around key={name}>{within}</Around> : within),
    <WithSentenceMarks>{children}</WithSentenceMarks>,
  );
}

function NoText() {
  const t = useTranslations("student.read");
  const { askAgain } = useSeat();
  if (askAgain) {
    return (
      <EmptyState title={t("failed")} action={<Button onClick={askAgain}>{t("again")}</Button>}>
        {t("failedBody")}
      </EmptyState>
    );
  }
  return (
    <div className="grid max-w-measure grid-cols-1 gap-3">
      <p role="status">{t("loading")}</p>
      {["w-11/12", "w-full", "w-10/12", "w-full", "w-8/12"].map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name.
        <span key={line} aria-hidden="true" className={`h-4 rounded-control bg-sunken ${width}`} />
      ))}
    </div>
  );
}

const WIDE = "(min-width: 900px)";

function subscribeWidth(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Side by side the columns are no tabs; the look itself is CSS, so that nothing shifts when scripts arrive. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribeWidth,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
