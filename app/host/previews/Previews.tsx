"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Panel } from "#app/host/Panel.tsx";
import { ConnectProjector } from "#app/host/previews/ConnectProjector.tsx";
import { Invite } from "#app/host/previews/Invite.tsx";
import { OpenWall } from "#app/host/previews/OpenWall.tsx";
import { PhonePreview } from "#app/host/previews/PhonePreview.tsx";
import type { LiveState } from "#app/live/live-state.ts";
import { faces } from "#app/screen/later-faces.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import { inVersion } from "#debate/content/versions.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { rebuttalsReadable, resultsPublic } from "#debate/rules/phases.ts";

const SHAPE = "aspect-video rounded-control border border-line-strong";

type PreviewsProps = { page: HostPage; state: LiveState };

/** What the class sees now: the wall, live and small, and the phones in outline; and how to let people in. */
export function Previews({ page, state }: PreviewsProps) {
  const t = useTranslations("host.copies");
  const { settings } = page;
  const debate = useReadDebate(page);
  const { snapshot, rebuttals } = state;
  return (
    <Panel title={t("bar")} className="shrink-0">
      <WallPreview page={page} state={state} />
      {page.role === "host" && snapshot.phase !== "lobby" && <OpenWall page={page} />}
      {page.role === "host" && <ConnectProjector page={page} />}
      <div className="@container">
        <div className="grid grid-cols-1 gap-4 @min-[13rem]:grid-cols-[7rem_minmax(0,1fr)] @min-[20rem]:grid-cols-[9rem_minmax(0,1fr)]">
          <PhonePreview
            debate={debate}
            settings={settings}
            snapshot={snapshot}
            rebuttals={rebuttalsReadable(snapshot.phase) ? rebuttals : null}
          />
          <Invite page={page} />
        </div>
      </div>
    </Panel>
  );
}

function WallPreview({ page, state }: PreviewsProps) {
  const t = useTranslations("host.copies");
  const { code, address, paths, settings, simulated } = page;
  const debate = useReadDebate(page);
  const { snapshot, rebuttals, result, connection, canStore } = state;
  // The host sees tallies that the wall does not.
  const onWall = snapshot.revealed || resultsPublic(snapshot.phase) ? snapshot : withoutTally(snapshot);
  const wall = {
    code,
    debate,
    address,
    joinPath: paths.join,
    entry: settings.entry,
    activities: settings.activities,
    isStaged: settings.reveal === "staged",
    simulated,
    snapshot: onWall,
    rebuttals,
    result,
    connection,
    canStore,
  };
  return (
    <Later
      of={faces}
      fallback={
        <div className={classNames(SHAPE, "overflow-y-auto p-4")}>
          <PartLoading of={faces} />
        </div>
      }
    >
      {({ WallFace }) => (
        <div role="img" aria-label={t("wallSays")} className={classNames(SHAPE, "overflow-hidden")}>
          <div inert data-theme={snapshot.wallLook?.theme} className="size-full [--wall-floor:0rem]">
            <WallFace wall={wall} isCopy />
          </div>
        </div>
      )}
    </Later>
  );
}

function withoutTally({ tally: _, ...rest }: LiveState["snapshot"]): LiveState["snapshot"] {
  return rest;
}

/** [X5] What the class begins with. */
function useReadDebate({ debate, settings }: HostPage) {
  return useMemo(() => inVersion(debate, settings.version), [debate, settings.version]);
}
