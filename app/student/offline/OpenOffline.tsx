"use client";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useState } from "react";
import { Hourglass, Unplug, WifiOff } from "#app/icons/icons.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { PageShell } from "#app/shared/layout/PageShell.tsx";
import { type SavedRoom, savedRoom } from "#app/shared/storage/saved-room.ts";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { useHasNetwork } from "#app/student/offline/use-late.ts";
import { PATIENT } from "#app/student/offline/use-offline.ts";
import { Room } from "#app/student/Room.tsx";
import { readCode } from "#debate/rules/codes.ts";

/** In milliseconds. */
const PROBE_EVERY = 3_000;

/** [W15] What a phone shows in place of a page that it can't reach: the room as it was kept. */
export function OpenOffline() {
  const [found, setFound] = useState<{ room: SavedRoom | null } | null>(null);
  useEffect(() => {
    const [, , last = ""] = location.pathname.split("/");
    // The installed app starts without a code.
    const room = savedRoom(last === "start" ? null : readCode(last), Date.now());
    if (room) {
      document.title = room.page.resolution;
      if (last === "start") history.replaceState(null, "", `/s/${room.page.code}`);
    }
    startTransition(() => setFound({ room }));
  }, []);
  if (found?.room) {
    const { page, seat, at } = found.room;
    return (
      <ContentIn lang={page.lang}>
        <Room page={page} seat={seat} keptAt={at} refused={null} />
      </ContentIn>
    );
  }
  return (
    <PageShell home={false} offersLanguages={false}>
      {found && <NothingSaved />}
    </PageShell>
  );
}

/** [W15] Without a room to show, a slow server's page is waited for as long as it takes. */
function NothingSaved() {
  const t = useTranslations("student.offline");
  const shared = useTranslations("shared");
  const hasNetwork = useHasNetwork();
  const waits = hasNetwork && location.search !== PATIENT;
  useEffect(() => {
    if (waits) openPatiently();
    if (waits || !hasNetwork) return;
    // Browsers report a network a moment before it carries anything.
    const timer = setInterval(() => void openOnceReached(), PROBE_EVERY);
    return () => clearInterval(timer);
  }, [waits, hasNetwork]);
  if (waits)
    return (
      <EmptyState as="h1" icon={Hourglass} title={t("slow.title")}>
        {t("slow.body")}
      </EmptyState>
    );
  return (
    <EmptyState
      as="h1"
      icon={hasNetwork ? Unplug : WifiOff}
      title={hasNetwork ? t("unreachable.title") : shared("offlineTitle")}
      action={<Button onClick={() => location.reload()}>{shared("retry")}</Button>}
    >
      {hasNetwork ? t("unreachable.body") : t("nothing")}
    </EmptyState>
  );
}

function openPatiently(): void {
  // The hash may be a personal code.
  history.replaceState(null, "", location.pathname + PATIENT + location.hash);
  location.reload();
}

async function openOnceReached(): Promise<void> {
  const reply = await ask("GET", "/healthz");
  if (reply.ok) openPatiently();
}
