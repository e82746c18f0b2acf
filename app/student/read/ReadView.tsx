"use client";
import { Tabs } from "@base-ui/react/tabs";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { READ } from "#app/activities/phone-read.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ContentIn, useContentLanguage } from "#app/shared/text/Written.tsx";
import { type Place, useSeat, useShown } from "#app/student/join/seat.ts";
import { OnProjector } from "#app/student/OnProjector.tsx";
import { AnswerBar } from "#app/student/read/AnswerBar.tsx";
import { DebateFoot, DebateHead } from "#app/student/read/DebateFrame.tsx";
import { ReadingGuide } from "#app/student/read/guide/ReadingGuide.tsx";
import { SentenceTools } from "#app/student/read/guide/SentenceTools.tsx";
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

/** Two experts who disagree: one page of two columns, of which a phone shows one at a time. */
export function ReadView() {
  const t = useTranslations("student.read");
  const { resolution, debate, state, settings } = useSeat();
  const usual = useContentLanguage();
  const isArguing = state.snapshot.phase === "rebuttal";
  const isReading = state.snapshot.phase === "reading";
  return (
    <div className="grid grid-cols-1 gap-4">
      <div>
        <div className="grid grid-cols-1 gap-3">
          <ViewHeading of="read" />
          <ContentIn lang={debate ? languageRead(debate) : usual}>
            <Resolution as="h2">{debate?.resolution ?? resolution}</Resolution>
          </ContentIn>
          {isReading && <NextDate schedule={state.snapshot.schedule} className="text-sm" />}
          {isReading && READ.map(({ name, Above }) => Above && isOn(name, settings) && <Above key={name} />)}
          {debate && isReading && <BeginHere debate={debate} />}
          {(isArguing || settings.activities.reading !== undefined) && (
            <p data-needs-script className="max-w-measure text-pretty text-ink-soft">
              {t(isArguing ? "howToAnswer" : "howToMark")}
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
  const { desk, you, settings, show } = useSeat();
  const { place, view } = useShown();
  const showAnswers = useCallback((of: Place) => show("argue", of), [show]);
  // [X9]
  const [side, setSide] = useState<Side>(you.firstSide ?? "for");
  const [opened, setOpened] = useState<readonly Side[]>([]);
  if (!opened.includes(side)) setOpened([...opened, side]);
  const isWide = useIsWide();
  const page = useRef<HTMLDivElement>(null);
  const answers = useAnswersTo(debate);
  const isPicking = isArguing || settings.activities.reading !== undefined;
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
        <WithSentenceMarks>
          <div
            ref={page}
            className="grid grid-cols-1 min-[900px]:grid-cols-2 min-[900px]:divide-x min-[900px]:divide-line"
          >
            {debate.positions.map((position) => (
              <PositionColumn
                key={position.side}
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
        </WithSentenceMarks>
      </Tabs.Root>
      {settings.activities.reading && (
        <ReadingGuide
          debate={debate}
          onOther={isWide || you.readBoth || opened.includes(other) ? null : goOn}
          other={debate.positions.find((position) => position.side === other)?.expert.name ?? ""}
        />
      )}
      {READ.map(({ name, Below }) => Below && isOn(name, settings) && <Below key={name} />)}
      <DebateFoot debate={debate} />
      {isPicking && picked && (
        <AnswerBar
          picked={picked}
          onAnswer={isArguing ? answer : null}
          onStep={step}
          onLeave={() => pick(null)}
        >
          {settings.activities.reading && sentence && <SentenceTools place={sentence} />}
        </AnswerBar>
      )}
    </WithGlossary>
  );
}

/** [X9] Where columns stand side by side, only this says with which one to begin. */
export function BeginHere({ debate }: { debate: ReadDebate }) {
  const t = useTranslations("student.read");
  const { firstSide, readBoth } = useSeat().you;
  const expert = debate.positions.find(({ side }) => side === firstSide)?.expert;
  if (!expert || readBoth) return null;
  return (
    <p className="max-w-measure text-pretty">{t.rich("beginHere", { name: inSentence(expert.name) })}</p>
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
