"use client";
import { qrCode } from "#app/shared/links/LaterQrCode.tsx";
import { Later, later, type PropsOf } from "#app/shared/loading/later.tsx";
import { untilThere } from "#app/shared/loading/until-there.ts";
import { isClosed, openRound } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

const lobby = later(async () => (await import("#app/screen/LobbyFace.tsx")).LobbyFace);
const vote = later(async () => (await import("#app/screen/VoteFace.tsx")).VoteFace);
const reading = later(async () => (await import("#app/screen/ReadingFace.tsx")).ReadingFace);
const rebuttal = later(async () => (await import("#app/screen/RebuttalFace.tsx")).RebuttalFace);
const quiet = later(async () => (await import("#app/screen/QuietFace.tsx")).QuietFace);
const picked = later(async () => (await import("#app/screen/PickedFace.tsx")).PickedFace);
const blank = later(async () => (await import("#app/screen/BlankFace.tsx")).BlankFace);
const timer = later(async () => (await import("#app/shared/timers/Timer.tsx")).Timer);
const foot = later(async () => (await import("#app/screen/WallFoot.tsx")).WallFoot);
const clickerFailure = later(async () => (await import("#app/screen/ClickerFailure.tsx")).ClickerFailure);
const otherLanguage = later(async () => (await import("#app/screen/OtherLanguage.tsx")).OtherLanguage);
const reveal = later(async () => (await import("#app/screen/reveal/RevealFace.tsx")).RevealFace);
const chart = later(async () => (await import("#app/screen/reveal/ChartFace.tsx")).ChartFace);

/** Fetches what later phases and the host's picks draw, so that a wall without a network shows it, too. */
export async function loadLaterFaces(): Promise<void> {
  await Promise.all([
    // What a clicker asks for.
    untilThere(() => import("#app/screen/show-step.ts")),
    ...[
      qrCode,
      lobby,
      vote,
      reading,
      rebuttal,
      quiet,
      picked,
      blank,
      timer,
      foot,
      clickerFailure,
      otherLanguage,
      reveal,
      chart,
    ].map(({ load }) => load()),
  ]);
}

/** The parts that a wall begins with. */
export function laterFacesOf({ phase, wall, phaseEndsAt, speaking }: Snapshot) {
  const shown = typeof wall === "object" ? wall : {};
  return [
    qrCode,
    ...(phase === "lobby" ? [lobby] : []),
    ...(openRound(phase) ? [vote] : []),
    ...(phase === "reading" ? [reading] : []),
    ...(phase === "rebuttal" || "rebuttalId" in shown ? [rebuttal] : []),
    ...(phase === "pairs" || phase === "steelman" || isClosed(phase) ? [quiet] : []),
    ...("paragraph" in shown || "reason" in shown || wall === "glossary" || wall === "thanks"
      ? [picked]
      : []),
    ...(wall === "blank" ? [blank] : []),
    ...((speaking ?? phaseEndsAt) ? [timer, foot] : []),
    ...(phase === "results" ? [reveal] : []),
    ...("chart" in shown ? [chart] : []),
  ];
}

export function LobbyFace(props: PropsOf<typeof lobby>) {
  return <Later part={lobby} props={props} />;
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

export function QuietFace(props: PropsOf<typeof quiet>) {
  return <Later part={quiet} props={props} />;
}

export function PickedFace(props: PropsOf<typeof picked>) {
  return <Later part={picked} props={props} />;
}

export function BlankFace(props: PropsOf<typeof blank>) {
  return <Later part={blank} props={props} />;
}

export function Timer(props: PropsOf<typeof timer>) {
  return <Later part={timer} props={props} />;
}

export function WallFoot(props: PropsOf<typeof foot>) {
  return <Later part={foot} props={props} />;
}

export function ClickerFailure(props: PropsOf<typeof clickerFailure>) {
  return <Later part={clickerFailure} props={props} />;
}

export function OtherLanguage() {
  return <Later part={otherLanguage} props={{}} />;
}

export function RevealFace(props: PropsOf<typeof reveal>) {
  return <Later part={reveal} props={props} />;
}

export function ChartFace(props: PropsOf<typeof chart>) {
  return <Later part={chart} props={props} />;
}
