"use client";
import { qrCode } from "#app/shared/LaterQrCode.tsx";
import { Later, later, type PropsOf } from "#app/shared/later.tsx";
import { openRound } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

const vote = later(async () => (await import("#app/screen/VoteFace.tsx")).VoteFace);
const reading = later(async () => (await import("#app/screen/ReadingFace.tsx")).ReadingFace);
const rebuttal = later(async () => (await import("#app/screen/RebuttalFace.tsx")).RebuttalFace);
const paragraph = later(async () => (await import("#app/screen/ParagraphFace.tsx")).ParagraphFace);
const words = later(async () => (await import("#app/screen/WordsFace.tsx")).WordsFace);
const reveal = later(async () => (await import("#app/screen/reveal/RevealFace.tsx")).RevealFace);
const chart = later(async () => (await import("#app/screen/reveal/ChartFace.tsx")).ChartFace);

/** Fetches what later phases and the host's picks draw, so that a wall without a network shows it, too. */
export async function loadLaterFaces(): Promise<void> {
  await Promise.all(
    [qrCode, vote, reading, rebuttal, paragraph, words, reveal, chart].map(({ load }) => load()),
  );
}

/** The parts that a wall begins with. */
export function laterFacesOf({ phase, wall }: Snapshot) {
  const picked = typeof wall === "object" ? wall : {};
  return [
    qrCode,
    ...(openRound(phase) ? [vote] : []),
    ...(phase === "reading" ? [reading] : []),
    ...(phase === "rebuttal" || "rebuttalId" in picked ? [rebuttal] : []),
    ...("paragraph" in picked ? [paragraph] : []),
    ...("reason" in picked ? [words] : []),
    ...(phase === "results" ? [reveal] : []),
    ...("chart" in picked ? [chart] : []),
  ];
}

export function VoteFace(props: PropsOf<typeof vote>) {
  return <Later part={vote} props={props} />;
}

export function ReadingFace(props: PropsOf<typeof reading>) {
  return <Later part={reading} props={props} />;
}

export function RebuttalFace(props: PropsOf<typeof rebuttal>) {
  return <Later part={rebuttal} props={props} />;
}

export function ParagraphFace(props: PropsOf<typeof paragraph>) {
  return <Later part={paragraph} props={props} />;
}

export function WordsFace(props: PropsOf<typeof words>) {
  return <Later part={words} props={props} />;
}

export function RevealFace(props: PropsOf<typeof reveal>) {
  return <Later part={reveal} props={props} />;
}

export function ChartFace(props: PropsOf<typeof chart>) {
  return <Later part={chart} props={props} />;
}
