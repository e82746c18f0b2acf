"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { type Fetching, Later, later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import { viewsOf } from "#app/shared/views-of-phase.ts";
import { isBegun, isOpened, useDraft } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { ReadingGuide as Guide } from "#app/student/read/guide/ReadingGuide.tsx";
import type { SentenceTools as Tools } from "#app/student/read/guide/SentenceTools.tsx";
import { asksQuestions } from "#debate/content/questions.ts";
import { hasPairs, type Phase } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { takesSpeakers } from "#debate/rules/speaking.ts";

const argue = later(async () => (await import("#app/student/argue/ArgueView.tsx")).ArgueView);
const check = later(async () => (await import("#app/student/check/CheckView.tsx")).CheckView);
const composer = later(async () => (await import("#app/student/argue/Composer.tsx")).Composer);
const pairs = later(async () => (await import("#app/student/pairs/PairsView.tsx")).PairsView);
const missed = later(async () => (await import("#app/student/pairs/MissedBar.tsx")).MissedBar);
const steelman = later(async () => (await import("#app/student/steelman/SteelmanView.tsx")).SteelmanView);
const speak = later(async () => (await import("#app/student/speak/SpeakBar.tsx")).SpeakBar);
const guide = later(async () => (await import("#app/student/read/guide/ReadingGuide.tsx")).ReadingGuide);
const tools = later(async () => (await import("#app/student/read/guide/SentenceTools.tsx")).SentenceTools);
const result = later(async () => (await import("#app/student/result/ResultView.tsx")).ResultView);

/** Fetches what later phases need, so that a phone without a network shows them, too. */
export async function loadLaterParts(): Promise<void> {
  const parts = [argue, check, composer, guide, missed, pairs, result, speak, steelman, tools];
  await Promise.all(parts.map((part) => part.load()));
}

/** Those that the server draws in a phase. */
export function partsAtFirst(phase: Phase, settings: Settings) {
  const { all } = viewsOf(phase, settings);
  return [
    ...(all.includes("argue") ? [argue] : []),
    ...(all.includes("pairs") ? [missed, pairs] : []),
    ...(all.includes("steelman") ? [steelman] : []),
    ...(all.includes("result") ? [result] : []),
    ...(takesSpeakers({ phase, settings }) ? [speak] : []),
    ...(all.includes("read") && settings.drawnSide ? [guide] : []),
    ...(asksQuestions(phase, settings) ? [check] : []),
  ];
}

export function ArgueView() {
  return <Later part={argue} props={{}} fallback={<ViewLoading part={argue} />} />;
}

/** [Y4] Where the class is asked about the positions. */
export function CheckView() {
  const { questions } = useSeat();
  if (!questions || questions.length === 0) return null;
  return <Later part={check} props={{ questions }} fallback={<PartLoading part={check} />} />;
}

/** [P11] Where students ask to speak, in every view of the phase. */
export function SpeakBar() {
  const { state, settings } = useSeat();
  if (!takesSpeakers({ phase: state.snapshot.phase, settings })) return null;
  return <Later part={speak} props={{}} />;
}

/** [P38] Where a partner can't find this student, in every view of the phase. */
export function MissedBar() {
  const { state, settings } = useSeat();
  if (!hasPairs({ phase: state.snapshot.phase, settings })) return null;
  return <Later part={missed} props={{}} />;
}

/** [X9] Below the texts of a class whose reading is guided. */
export function ReadingGuide(props: ComponentProps<typeof Guide>) {
  return <Later part={guide} props={props} fallback={<PartLoading part={guide} />} />;
}

/** [X11] What a reader can make of a picked sentence. */
export function SentenceTools(props: ComponentProps<typeof Tools>) {
  return <Later part={tools} props={props} fallback={<PartLoading part={tools} />} />;
}

export function Composer() {
  const hasDraft = useDraft(isBegun);
  return hasDraft && <Later part={composer} props={{}} fallback={<ComposerLoading />} />;
}

export function PairsView() {
  return <Later part={pairs} props={{}} fallback={<ViewLoading part={pairs} />} />;
}

export function SteelmanView() {
  return <Later part={steelman} props={{}} fallback={<ViewLoading part={steelman} />} />;
}

export function ResultView() {
  return <Later part={result} props={{}} fallback={<ViewLoading part={result} />} />;
}

function ViewLoading({ part }: { part: Fetching }) {
  return (
    <div className="min-h-64">
      <PartLoading part={part} />
    </div>
  );
}

/** Where the composer will be: a press on Write never goes without an answer. */
function ComposerLoading() {
  const t = useTranslations();
  const { desk } = useSeat();
  if (!useDraft(isOpened)) return null;
  return (
    <section
      aria-label={t("student.composer.title")}
      className="fixed inset-x-0 bottom-0 z-40 grid gap-3 rounded-t-card border-t border-line bg-surface px-5 pt-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float"
    >
      <PartLoading part={composer} />
      <Button variant="quiet" className="justify-self-start" onClick={() => desk.drafts.close()}>
        {t("shared.close")}
      </Button>
    </section>
  );
}
