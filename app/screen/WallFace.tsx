"use client";

import { useTranslations } from "next-intl";
import { WALL } from "#app/activities/wall.ts";
import { Lock, SaveOff, WifiOff } from "#app/icons/wall-icons.ts";
import { useTimeUp } from "#app/live/use-time-up.ts";
import { JoinCorner } from "#app/screen/JoinCorner.tsx";
import { LobbyFace } from "#app/screen/LobbyFace.tsx";
import { reveal } from "#app/screen/later-reveal.ts";
import { PickedFace } from "#app/screen/PickedFace.tsx";
import { ReadingFace } from "#app/screen/ReadingFace.tsx";
import { RebuttalFace } from "#app/screen/RebuttalFace.tsx";
import { wallPick } from "#app/screen/reveal/wall-picks.ts";
import { VoteFace } from "#app/screen/VoteFace.tsx";
import { resultsPath, type Wall, wallSize } from "#app/screen/wall.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import { Later } from "#app/shared/loading/later.tsx";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { Timer } from "#app/shared/timers/Timer.tsx";
import { rebuttalOnWall } from "#app/shared/wall/rebuttals-on-wall.ts";
import { isClosed, isVote, openRound } from "#debate/rules/phases.ts";
import { isActivityStep } from "#debate/rules/steps.ts";

/** [V29] Large, and under what the class looks at. */
function WallTimeIsUp({ wall }: { wall: Wall }) {
  const t = useTranslations("screen.timeIsUp");
  const { phase } = wall.snapshot;
  const isUp = useTimeUp(wall);
  if (!isUp || isClosed(phase)) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-[0.6em] border-t-[0.4cqi] border-warn pt-[0.8cqi] handheld:border-t-4 handheld:pt-3 text-wall-xl font-semibold text-warn">
      {t("title")}
      <span className="text-wall-md font-normal text-ink-soft">
        {t(openRound(phase) ? "vote" : "phones")}
      </span>
    </p>
  );
}

/** What stands under what the class looks at: what activities show there, and that the time is up. */
function WallFoot({ wall }: { wall: Wall }) {
  const { snapshot } = wall;
  return (
    <>
      {WALL.map(({ name, Foot }) => Foot && <Foot key={name} snapshot={snapshot} />)}
      <WallTimeIsUp wall={wall} />
    </>
  );
}

/**
 * The wall: the resolution, one thing under it, and how to join always in the same corner. Every size follows
 * the width of the picture, and on a very flat window its height, so that nothing ever leaves the wall. [F24] A copy has no heading.
 */
export function WallFace({ wall, isCopy = false }: { wall: Wall; isCopy?: boolean }) {
  if (wall.snapshot.wall === "blank") return <BlankFace wall={wall} />;
  const isLobby = wall.snapshot.phase === "lobby";
  return (
    <div className="wall-frame">
      <div className="wall-area">
        <div className={classNames("wall-columns", isLobby && "grid-cols-[minmax(0,1fr)_33cqi]")}>
          <div className="wall-main">
            <WallResolution wall={wall} as={isCopy ? "p" : "h1"} />
            <div className="min-h-0 overflow-hidden handheld:overflow-visible">
              <Middle wall={wall} />
            </div>
            <WallFoot wall={wall} />
          </div>
          <aside className="wall-corner">
            <JoinCorner wall={wall} isLarge={isLobby} />
            <Marks wall={wall} />
          </aside>
        </div>
      </div>
    </div>
  );
}

function WallResolution({ wall, as }: { wall: Wall; as: "h1" | "p" }) {
  const { debate } = wall;
  const stepsBack = isReadElsewhere(wall);
  return (
    <Resolution
      as={as}
      size="wall"
      className={
        stepsBack ? "line-clamp-2 text-wall-sm! handheld:line-clamp-none" : wallSize(debate.resolution)
      }
    >
      {debate.resolution}
    </Resolution>
  );
}

/** Where something else is to be read, the resolution steps back. */
function isReadElsewhere(wall: Wall): boolean {
  const { phase } = wall.snapshot;
  const pick = wallPick(wall);
  if (pick) return pick.kind !== "thanks";
  if (phase === "results") return wall.result?.step !== "covered" && !isAtActivity(wall);
  return phase === "rebuttal" || rebuttalOnWall(wall) !== undefined;
}

const isAtActivity = ({ result }: Wall) => result !== null && isActivityStep(result.step);

function Middle({ wall }: { wall: Wall }) {
  const { phase } = wall.snapshot;
  const pick = wallPick(wall);
  if (pick?.kind === "chart")
    return (
      <Later of={reveal}>{({ ChartFace }) => <ChartFace chart={pick.chart} result={pick.result} />}</Later>
    );
  if (pick) return <PickedFace pick={pick} wall={wall} />;
  if (rebuttalOnWall(wall)) return <RebuttalFace wall={wall} />;
  if (isVote(phase)) return <VoteFace wall={wall} />;
  switch (phase) {
    case "lobby":
      return <LobbyFace wall={wall} />;
    case "reading":
      return <ReadingFace wall={wall} />;
    case "rebuttal":
      return <RebuttalFace wall={wall} />;
    case "results":
      return <Later of={reveal}>{({ RevealFace }) => <RevealFace wall={wall} />}</Later>;
    default:
      return <QuietFace wall={wall} />;
  }
}

/** The foot of the corner: a lost connection, a full disk, closed joining, the time. */
function Marks({ wall: { snapshot, connection, canStore, simulated } }: { wall: Wall }) {
  const t = useTranslations("screen");
  return (
    <div className="flex flex-col items-end gap-[1cqi] text-wall-sm whitespace-nowrap text-ink-soft handheld:ms-auto handheld:whitespace-normal">
      <RehearsalMark simulated={simulated} className="text-right whitespace-normal" />
      {connection === "reconnecting" && (
        <p role="status" className="flex items-center gap-[0.5em]">
          <WifiOff aria-hidden="true" className="size-[1em]" />
          {t("reconnecting")}
        </p>
      )}
      {connection !== "reconnecting" && !canStore && (
        <p role="status" className="flex items-center gap-[0.5em]">
          <SaveOff aria-hidden="true" className="size-[1em] shrink-0" />
          <span>{t("storage")}</span>
        </p>
      )}
      {snapshot.locked && !isClosed(snapshot.phase) && (
        <p className="flex items-center gap-[0.5em]">
          <Lock aria-hidden="true" className="size-[1em] shrink-0" />
          <span>{t("locked")}</span>
        </p>
      )}
      {snapshot.phaseEndsAt !== undefined && (
        <Timer
          key={snapshot.phaseEndsAt}
          endsAt={snapshot.phaseEndsAt}
          size="wall"
          className="text-wall-xl! text-ink"
        />
      )}
    </div>
  );
}

/** [V13] Dark, so that eyes go to the teacher; the mark says that the projector is on and nothing is broken. */
function BlankFace({ wall: { connection } }: { wall: Wall }) {
  const t = useTranslations("screen");
  return (
    <div data-theme="dark" className="size-full bg-paper text-ink [container-type:size]">
      <div className="flex size-full items-end justify-between p-[3cqi] text-wall-sm text-ink-soft">
        <p className="sr-only" role="status">
          {t("blank")}
        </p>
        <span aria-hidden="true" className="opacity-75">
          <Wordmark className="text-wall-sm!" />
        </span>
        {connection === "reconnecting" && (
          <p role="status" className="flex items-center gap-[0.5em]">
            <WifiOff aria-hidden="true" className="size-[1em]" />
            {t("reconnecting")}
          </p>
        )}
      </div>
    </div>
  );
}

/** Thanks, and where the results stay. */
function ClosedFace({ wall: { address, code } }: { wall: Wall }) {
  const t = useTranslations("screen.closed");
  return (
    <div className="grid h-full content-center gap-[1.6cqi] handheld:gap-4">
      <p className="font-serif text-wall-xl text-balance">{t("title")}</p>
      <p className="text-wall-md text-ink-soft">{t("body")}</p>
      <p className="text-wall-lg font-semibold wrap-anywhere">
        <SpokenAddress address={`${address}${resultsPath(code)}`} />
      </p>
    </div>
  );
}

/** The phases in which the wall has little to draw: one part, since every wall loads the names of all parts. */
function QuietFace({ wall }: { wall: Wall }) {
  const { phase } = wall.snapshot;
  const OfActivity = WALL.flatMap(({ faces }) => faces?.[phase] ?? [])[0] ?? ClosedFace;
  return <OfActivity wall={wall} />;
}
