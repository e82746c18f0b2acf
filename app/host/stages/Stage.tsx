"use client";
import { HOST_STAGES, STAGES } from "#app/activities/host-stages.ts";
import { hostParts } from "#app/host/later-host.ts";
import { LobbyStage } from "#app/host/stages/LobbyStage.tsx";
import { ReadingStage } from "#app/host/stages/ReadingStage.tsx";
import { RebuttalStage } from "#app/host/stages/RebuttalStage.tsx";
import { VoteStage } from "#app/host/stages/VoteStage.tsx";
import type { LiveState } from "#app/live/live-state.ts";
import type { FetchedResults } from "#app/live/use-live-results.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import type { RevealPlace } from "#app/shared/wall/reveal-place.ts";
import { isOn } from "#debate/activities/open.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { isShut, isVote } from "#debate/rules/phases.ts";
import type { Roster } from "#debate/rules/snapshot.ts";

type StageProps = {
  page: HostPage;
  state: Pick<LiveState, "snapshot" | "rebuttals" | "result">;
  reveal: RevealPlace | null;
  roster: Roster;
  fetched: FetchedResults;
};

/** The middle of the control room: what the room does now. */
export function Stage({ page, state, reveal, roster, fetched }: StageProps) {
  const { snapshot, rebuttals, result } = state;
  const { phase, wall } = snapshot;
  if (isVote(phase)) return <VoteStage settings={page.settings} snapshot={snapshot} />;
  if (phase === "results" || isShut(phase))
    return (
      <Later of={hostParts} fallback={<PartLoading of={hostParts} />}>
        {({ ResultsStage }) => (
          <ResultsStage
            page={page}
            snapshot={snapshot}
            result={result}
            reveal={reveal}
            fetched={fetched}
            rebuttals={rebuttals}
          />
        )}
      </Later>
    );
  switch (phase) {
    case "lobby":
      return <LobbyStage page={page} joined={snapshot.joined} roster={roster} />;
    case "reading":
      return (
        <>
          <ReadingStage
            debate={page.debate}
            wall={wall}
            lead={
              HOST_STAGES.find(({ name, whileReading }) => whileReading?.lead && isOn(name, page.settings))
                ?.whileReading?.lead ?? "lead"
            }
          >
            {HOST_STAGES.map(
              ({ name, whileReading }) =>
                whileReading?.Above && (
                  <whileReading.Above key={name} debate={page.debate} snapshot={snapshot} />
                ),
            )}
          </ReadingStage>
          {HOST_STAGES.map(
            ({ name, whileReading }) =>
              whileReading?.Below && (
                <whileReading.Below key={name} debate={page.debate} snapshot={snapshot} />
              ),
          )}
        </>
      );
    case "rebuttal":
      return (
        <>
          {HOST_STAGES.map(
            ({ name, Rebuttals }) =>
              Rebuttals && <Rebuttals key={name} snapshot={snapshot} roster={roster} />,
          )}
          <RebuttalStage
            code={page.code}
            debate={page.debate}
            settings={page.settings}
            role={page.role}
            rebuttals={rebuttals}
            wall={wall}
            approvesFirst={snapshot.approveFirst ?? false}
          />
        </>
      );
    default: {
      const OfActivity = STAGES[phase];
      return <OfActivity settings={page.settings} snapshot={snapshot} roster={roster} />;
    }
  }
}
