"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { AdviceNote } from "#app/host/advice/AdviceNote.tsx";
import { Bar } from "#app/host/bar/Bar.tsx";
import { TimeIsUp } from "#app/host/bar/TimeIsUp.tsx";
import { SessionClassOf } from "#app/host/class/session-class.tsx";
import { CommandsOf } from "#app/host/commands.tsx";
import { DatesPanel } from "#app/host/dates/DatesPanel.tsx";
import { useTourOpen } from "#app/host/help/tour-store.ts";
import { KitPanel } from "#app/host/kit/KitPanel.tsx";
import { noteFor } from "#app/host/kit/note-for.ts";
import { LinkEnded } from "#app/host/LinkEnded.tsx";
import { hostParts } from "#app/host/later-host.ts";
import { useKeyOutOfSight } from "#app/host/link-key.tsx";
import { LogPanel } from "#app/host/log/LogPanel.tsx";
import { NeedsAttention } from "#app/host/moderation/NeedsAttention.tsx";
import { People } from "#app/host/moderation/People.tsx";
import { type WaitingElsewhere, waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { PaperPanel } from "#app/host/paper/PaperPanel.tsx";
import { Previews } from "#app/host/previews/Previews.tsx";
import { RealNames } from "#app/host/real-names.ts";
import type { Remembered } from "#app/host/remembered.ts";
import { RememberedContext } from "#app/host/remembered-context.ts";
import { Links } from "#app/host/session/Links.tsx";
import { RehearsalBanner } from "#app/host/session/RehearsalBanner.tsx";
import { SessionPanel } from "#app/host/session/SessionPanel.tsx";
import { WallAppearance } from "#app/host/session/WallAppearance.tsx";
import { Stage } from "#app/host/stages/Stage.tsx";
import { useTopOfPhase } from "#app/host/use-top-of-phase.ts";
import { Unplug } from "#app/icons/icons.ts";
import type { Connection } from "#app/live/live-state.ts";
import { useLive } from "#app/live/use-live.ts";
import { useLiveResults } from "#app/live/use-live-results.ts";
import { laterFacesOf, loadLaterFaces } from "#app/screen/later-faces.ts";
import { useWakeLock } from "#app/screen/use-wake-lock.ts";
import { classNames } from "#app/shared/class-names.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { Later, useFromTheStart, whenIdle } from "#app/shared/loading/later.tsx";
import { LaterNotices } from "#app/shared/notices/LaterNotices.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { useLowWindow } from "#app/shared/text/text-size.ts";
import { revealPlace } from "#app/shared/wall/reveal-place.ts";
import { activitiesNow } from "#debate/activities/open.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import { resultsPublic } from "#debate/rules/phases.ts";

// [F12] In the order of the page: what needs the host, what the room does, who is here, the rest. On a phone one column.
const COLUMNS =
  "grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 lg:grid-cols-[minmax(0,1fr)_min(20rem,32vw)] lg:grid-rows-[auto_auto_1fr] xl:min-h-0 xl:grid-cols-[min(18rem,24vw)_minmax(0,1fr)_min(19rem,25vw)] xl:grid-rows-[fit-content(62%)_minmax(0,1fr)] 2xl:grid-cols-[min(22rem,23vw)_minmax(0,1fr)_min(26rem,28vw)] 2xl:gap-6 2xl:p-6";

/** `linkKey`: by which an assistant came here. */
type ControlRoomProps = { page: HostPage; remembered: Remembered; linkKey?: string | undefined };

/** The control room of one session: what needs me, what the room does, what the class sees. */
export function ControlRoom({ remembered, ...props }: ControlRoomProps) {
  return (
    <RememberedContext value={remembered}>
      <Room {...props} />
    </RememberedContext>
  );
}

function Room({ page: rendered, linkKey }: Omit<ControlRoomProps, "remembered">) {
  const t = useTranslations("host");
  const { role, code } = rendered;
  const [links, setLinks] = useState(rendered.links);
  const { live, state } = useLive(
    { code, as: "host", ...(linkKey !== undefined && { key: linkKey }) },
    rendered,
  );
  // [A4] Another control room may have made, renewed or turned off a link.
  const told = JSON.stringify(state.snapshot.links);
  useEffect(() => {
    if (told !== undefined) setLinks(JSON.parse(told));
  }, [told]);
  // [P34] The host may choose after the opening, too.
  const activities = JSON.stringify(activitiesNow(rendered.settings.activities, state.snapshot));
  const page = useMemo(
    () => ({
      ...rendered,
      links,
      settings: { ...rendered.settings, activities: JSON.parse(activities) },
    }),
    [rendered, links, activities],
  );
  const { settings, simulated } = page;
  useKeyOutOfSight(code, linkKey);
  useFromTheStart(() => [
    ...(resultsPublic(page.snapshot.phase) ? [hostParts] : []),
    ...laterFacesOf(page.snapshot),
  ]);
  useEffect(() => whenIdle(() => void Promise.all([hostParts.load(), loadLaterFaces()])), []);
  const isTourOpen = useTourOpen();
  useWakeLock();
  useLowWindow();
  useTopOfPhase(state.snapshot.phase);
  const { snapshot, rebuttals, connection, result, writing = 0 } = state;
  const { phase, step } = snapshot;
  const reveal = useMemo(
    () => revealPlace({ phase, ...(step && { step }) }, settings, result),
    [phase, step, settings, result],
  );
  const reader = { as: role === "host" ? "host" : "class", key: linkKey } as const;
  // The same object in each snapshot that says the same, so that the queue is not drawn anew.
  const roster = state.roster ?? page.roster;
  const elsewhereNow = JSON.stringify(waitingElsewhere(snapshot, roster.seats));
  const elsewhere = useMemo<WaitingElsewhere>(() => JSON.parse(elsewhereNow), [elsewhereNow]);
  const realNamesNow = JSON.stringify(
    roster.seats.flatMap(({ participantId, realName }) => (realName ? [[participantId, realName]] : [])),
  );
  const realNames = useMemo(() => new Map<string, string>(JSON.parse(realNamesNow)), [realNamesNow]);
  const fetched = useLiveResults(code, snapshot, reader, state.picked);
  if (connection === "gone" || connection === "removed")
    return <Gone role={role} isRehearsal={simulated !== undefined} />;
  if (connection === "refused" && role === "assistant") return <LinkEnded code={code} />;
  return (
    <CommandsOf
      live={live}
      code={code}
      role={role}
      settings={settings}
      phase={snapshot.phase}
      shown={snapshot.step}
    >
      <RealNames value={realNames}>
        <SessionClassOf code={code} byClass={page.byClass === true} joined={snapshot.joined}>
          <div
            data-fills-window
            className={classNames(
              // [F10] Where a toast is shown above it, also for that: nothing stays under it.
              "max-sm:[body:has([data-toasts]_li)_&]:pb-80",
              "flex min-h-dvh flex-col sm:pb-0 short:pb-0 xl:h-dvh xl:min-h-[36rem]",
              // Room for what stays at the foot of a phone.
              noteFor(page.debate, phase) ? "pb-64 low:pb-56" : "pb-52 low:pb-44",
            )}
          >
            <ConnectionBanner connection={connection} canStore={state.canStore} code={code} />
            {simulated !== undefined && (
              <RehearsalBanner code={code} simulated={simulated} isHost={role === "host"} />
            )}
            <Bar page={page} snapshot={snapshot} reveal={reveal} rebuttals={rebuttals} writing={writing} />
            <div className={COLUMNS}>
              <NeedsAttention
                debate={page.debate}
                approvesFirst={snapshot.approveFirst ?? false}
                rebuttals={rebuttals}
                elsewhere={elsewhere}
              />
              <main
                id="stage"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may have no control
                tabIndex={0}
                className="order-1 min-w-0 lg:col-start-1 lg:row-span-3 lg:row-start-1 xl:col-start-2 xl:row-span-2 xl:relative xl:-mx-1 xl:overflow-y-auto xl:px-1 xl:pb-2 xl:has-data-time-up:scroll-pt-40"
              >
                <TimeIsUp
                  connection={connection}
                  snapshot={snapshot}
                  settings={settings}
                  simulated={simulated}
                  reveal={reveal}
                  hasArgued={rebuttals.size > 0}
                  writing={writing}
                />
                <AdviceNote
                  code={code}
                  debate={page.debate}
                  settings={settings}
                  snapshot={snapshot}
                  rebuttals={rebuttals}
                  log={state.log}
                  clock={live.now}
                  madeAt={page.now}
                />
                {phase !== "closed" && (
                  <NextDate schedule={snapshot.schedule} className="mb-4 font-semibold" />
                )}
                <Stage page={page} state={state} reveal={reveal} roster={roster} fetched={fetched} />
              </main>
              <People page={page} snapshot={snapshot} roster={roster} />
              <aside
                data-tour="class"
                aria-label={t("sides.class")}
                // [F10] Ends above a toast while there is one.
                className="order-3 flex min-w-0 flex-col gap-4 xl:[body:has([data-toasts]_li)_&]:mb-44 lg:col-start-2 lg:row-start-3 xl:col-start-3 xl:row-span-2 xl:row-start-1 xl:relative xl:overflow-y-auto"
              >
                <KitPanel page={page} snapshot={snapshot} />
                <Previews page={page} state={state} />
                {role === "host" && <PaperPanel page={page} phase={snapshot.phase} />}
                <SessionPanel page={page} phase={snapshot.phase}>
                  <DatesPanel page={page} snapshot={snapshot} />
                  <LogPanel log={state.log} rebuttals={rebuttals} />
                  {role === "host" && (
                    <Links page={page} isKept={snapshot.resultsKept ?? false} onLinks={setLinks} />
                  )}
                  <WallAppearance appearance={snapshot.wallLook ?? {}} />
                </SessionPanel>
              </aside>
            </div>
          </div>
        </SessionClassOf>
      </RealNames>
      {isTourOpen && <Later of={hostParts}>{({ Tour }) => <Tour />}</Later>}
      <LaterNotices of={hostParts} position="bottom-right" />
    </CommandsOf>
  );
}

type ConnectionBannerProps = { connection: Connection; canStore: boolean; code: string };

function ConnectionBanner({ connection, canStore, code }: ConnectionBannerProps) {
  const t = useTranslations("host.connection");
  if (connection === "reconnecting")
    return (
      <Notice banner kind="offline" title={t("reconnecting")}>
        <span className="low:sr-only">{t("reconnectingBody")}</span>
      </Notice>
    );
  if (connection === "refused")
    return (
      <Notice
        banner
        kind="error"
        title={t("refused")}
        action={
          <LinkButton size="small" href={`/sign-in?next=${encodeURIComponent(`/host/${code}`)}`}>
            {t("signIn")}
          </LinkButton>
        }
      >
        {t("refusedBody")}
      </Notice>
    );
  if (!canStore)
    return (
      <Notice banner kind="error" title={t("storage")}>
        {t("storageBody")}
      </Notice>
    );
  return null;
}

function Gone({ role, isRehearsal }: Pick<HostPage, "role"> & { isRehearsal: boolean }) {
  const t = useTranslations("host");
  const home = role === "host" ? "/dashboard" : "/";
  return (
    <PageShell home={home} width="measure">
      <EmptyState
        as="h1"
        icon={Unplug}
        title={isRehearsal ? t("rehearsal.over") : t("connection.goneTitle")}
        action={
          role === "host" && (
            <LinkButton href={home} variant="primary">
              {t("notFound.link")}
            </LinkButton>
          )
        }
      >
        {isRehearsal ? t("rehearsal.overBody") : t("connection.goneBody")}
      </EmptyState>
    </PageShell>
  );
}
