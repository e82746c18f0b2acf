"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { saidIfRefused } from "#app/activities/phone.ts";
import type { Live } from "#app/live/live.ts";
import { useLive } from "#app/live/use-live.ts";
import { useBackAsks } from "#app/shared/controls/back-button.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { Later, useFromTheStart, whenIdle } from "#app/shared/loading/later.tsx";
import { LaterNotices } from "#app/shared/notices/LaterNotices.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { RehearsalMark } from "#app/shared/sessions/RehearsalMark.tsx";
import { TextSized } from "#app/shared/text/text-size.ts";
import { viewsOf } from "#app/shared/views-of-phase.ts";
import { DialogLoading } from "#app/student/DialogLoading.tsx";
import { Erased } from "#app/student/Erased.tsx";
import { Ended } from "#app/student/join/Ended.tsx";
import { Seated } from "#app/student/join/Seated.tsx";
import { type HeldUpBy, type Seat, type Shown, useSeat } from "#app/student/join/seat.ts";
import { ActivityBars, argue, Composer, loadLaterParts, partsAtFirst } from "#app/student/later-parts.tsx";
import { ProjectorNews } from "#app/student/OnProjector.tsx";
import { HeldUpBanner } from "#app/student/offline/HeldUpBanner.tsx";
import type { Parcel } from "#app/student/offline/outbox.ts";
import { RefusedNotices } from "#app/student/offline/RefusedNotices.tsx";
import { useDesk } from "#app/student/offline/use-desk.ts";
import { useHasNetwork, useLate } from "#app/student/offline/use-late.ts";
import { useOffline } from "#app/student/offline/use-offline.ts";
import { PhaseNews } from "#app/student/PhaseNews.tsx";
import { RevealNews } from "#app/student/RevealNews.tsx";
import { RoomHeader } from "#app/student/RoomHeader.tsx";
import { useDebate } from "#app/student/read/use-debate.ts";
import { Views } from "#app/student/Views.tsx";
import type { SeatedPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed, openRound, positionsReadable } from "#debate/rules/phases.ts";
import type { Refusal } from "#debate/rules/result.ts";

/** Above a room that was opened without a network: from when it is. */
function SavedRoomNotice({ at }: { at: number }) {
  const t = useTranslations("student.offline");
  const format = useFormatter();
  const { state } = useSeat();
  if (state.connection === "live") return null;
  return (
    // The tabs below reach up to the header.
    <Notice kind="offline" title={t("title")} className="mb-9 sm:mb-14">
      {t("body", { time: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}
    </Notice>
  );
}

/** For phones that run no scripts: what works, and a way to see what the class does now. */
function WithoutScript() {
  const t = useTranslations("student.withoutScript");
  const { code, state } = useSeat();
  const isWaiting = state.snapshot.phase === "lobby";
  return (
    <noscript>
      {isWaiting && <meta httpEquiv="refresh" content="10" />}
      <p className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-control border border-line bg-sunken px-4 py-3 text-sm">
        {t("body")}
        <a href={`/s/${code}`} className={buttonStyle("secondary")}>
          {t("reload")}
        </a>
      </p>
    </noscript>
  );
}

/** [F8] Back leaves the room only if that is meant. */
function Leaving() {
  const { phase } = useSeat().state.snapshot;
  const [state, setState] = useState<"never asked" | "open" | "closed">("never asked");
  useBackAsks(!isClosed(phase), () => setState("open"));
  if (state === "never asked") return null;
  const isOpen = state === "open";
  const close = () => setState("closed");
  return (
    <Later of={argue} fallback={<DialogLoading of={argue} open={isOpen} onClose={close} />}>
      {({ LeaveDialog }) => <LeaveDialog open={isOpen} onClose={close} />}
    </Later>
  );
}

type RoomProps = {
  page: Omit<SeatedPage, "seat">;
  seat: SeatedPage["seat"];
  refused: Refusal | null;
  /** Of a seat that was taken on this page; after that the cookie has it. */
  ticket?: string;
  /** When this phone kept what it now shows without a network. */
  keptAt?: number;
};

/** A seated student's phone, from the lobby to the result. */
export function Room({ page, seat: start, refused, ticket, keptAt }: RoomProps) {
  const { code, settings } = page;
  const { live, state } = useLive({ code, as: "student", ...(ticket && { ticket }) }, start);
  const you = state.you ?? start.you;
  const explain = useExplain();
  const { participantId } = start.you;
  // [W19] What this page keeps is one seat's, and another one may have signed in on this phone since.
  const isOthers = you.participantId !== participantId;
  const { desk, waiting } = useDesk(
    { code, participantId, settings, live, onRefused: explain },
    isOthers ? { ...state, connection: "refused" } : state,
  );
  useEffect(() => whenIdle(() => void loadLaterParts()), []);
  const { phase } = state.snapshot;
  // A vote does not wait for the views beside it.
  useFromTheStart(() => partsAtFirst(phase), { isToRead: openRound(phase) === null });
  // Phones lose their connection for a moment all the time: that is not worth a banner.
  const isLate = useLate(state.connection !== "live", 2_000);
  const hasNetwork = useHasNetwork();
  const isReaching = state.connection === "live" || (state.connection === "connecting" && !isLate);
  const isOnline = isReaching && hasNetwork;
  const { debate, beside, askAgain, askBeside, reading } = useDebate({
    ...{ code, participantId, rendered: start, usual: settings.version, isOnline },
    isReadable: positionsReadable(phase),
  });
  useOffline(participantId, { page, live, debate, beside });
  const { shown, show } = useViews(phase, settings, live);
  const storage: HeldUpBy | null = state.canStore ? null : "storage";
  // Its notice says so already.
  const isKept = keptAt !== undefined;
  const heldUpNote = isLate && (!isKept || waiting.length > 0) ? "connection" : storage;

  const { resolution, identity } = page;
  const heldUpBy = isOnline ? storage : "connection";
  const seat = useSame<Seat>({
    ...{ code, resolution, identity, settings, live, state, you, desk },
    ...{ debate, beside, askAgain, askBeside, reading, show, heldUpBy, heldUpNote },
  });

  if (isOthers) return <OtherSeat />;
  if (state.connection === "removed" || state.connection === "gone" || state.connection === "refused")
    return <Ended how={state.connection} code={code} />;

  return (
    <Seated seat={seat} shown={shown} waiting={waiting}>
      <RoomPage
        refused={refused}
        simulated={page.simulated}
        keptAt={keptAt}
        hasJoined={ticket !== undefined}
        offersLanguages={isOnline && (!isKept || state.connection === "live")}
      />
    </Seated>
  );
}

type RoomPageProps = {
  refused: Refusal | null;
  simulated: number | undefined;
  keptAt: number | undefined;
  hasJoined: boolean;
  offersLanguages: boolean;
};

/** Not drawn again with the room: each part is, when what it reads has changed. */
const RoomPage = memo(function RoomPage(props: RoomPageProps) {
  const { refused, simulated, keptAt, hasJoined, offersLanguages } = props;
  return (
    <>
      <PageShell
        home={false}
        offersLanguages={offersLanguages}
        header={<RoomHeader />}
        banner={<HeldUpBanner />}
      >
        <RehearsalMark simulated={simulated} className="mb-8 text-sm sm:mb-12" />
        <WithoutScript />
        {keptAt !== undefined && <SavedRoomNotice at={keptAt} />}
        <PhaseNews hasJoined={hasJoined} />
        <RevealNews />
        <ProjectorNews />
        <Erased />
        <RefusedNotices refused={refused} />
        <ActivityBars />
        <Views />
      </PageShell>
      <Composer />
      <Leaving />
      <TextSized />
      <LaterNotices of={argue} />
    </>
  );
});

/** The same object as before where its parts are, so that not all views are drawn again with the room. */
function useSame<T extends object>(next: T): T {
  const last = useRef(next);
  const isSame = Object.entries(next).every(([name, part]) => last.current[name as keyof T] === part);
  if (!isSame) last.current = next;
  return last.current;
}

/** [W19] The server has the page of the seat that this phone has now. */
function OtherSeat() {
  useEffect(() => window.location.reload(), []);
  return null;
}

/** An endorsement that was not taken leaves no trace on the page, so it is said once. */
function useExplain(): (parcel: Parcel, code: Refusal) => void {
  const tAll = useTranslations();
  const t = useTranslations("refusals");
  return (parcel, code) => {
    // [R34] It was of words that have changed since, and the rebuttal says so.
    if (parcel.name === "rebuttal:endorse" && code === "stale") return;
    const said = saidIfRefused(parcel.name, code);
    if (said) toast.error(tAll(said.words, said.values));
    else if (parcel.name === "rebuttal:endorse") toast.error(t(code));
  };
}

/** Which view is shown: the phase's main one, until the student chooses another within the phase. */
function useViews(phase: Phase, settings: SeatedPage["settings"], live: Live) {
  const [chosen, setChosen] = useState<(Shown & { phase: Phase }) | null>(null);
  const { all, main } = viewsOf(phase, settings);
  const isValid = chosen?.phase === phase && all.includes(chosen.view);
  const view = isValid ? chosen.view : main;
  const place = isValid ? chosen.place : null;
  const shown = useMemo<Shown>(() => ({ view, place }), [view, place]);
  const show: Seat["show"] = useCallback(
    // Read the phase when it is pressed: the class may have moved since the notice came.
    (view, place = null) => setChosen({ phase: live.state().snapshot.phase, view, place }),
    [live],
  );
  return { shown, show };
}
