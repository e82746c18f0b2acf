"use client";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useState } from "react";
import { WifiOff } from "#app/icons/icons.ts";
import { Button } from "#app/shared/Button.tsx";
import { EmptyState } from "#app/shared/EmptyState.tsx";
import { type KeptRoom, keptRoom } from "#app/shared/kept-room.ts";
import { PageShell } from "#app/shared/PageShell.tsx";
import { Room } from "#app/student/Room.tsx";
import { readCode } from "#debate/rules/codes.ts";

/** [W15] What a phone shows in place of a page that it can't reach: the room as it was kept. */
export function OpenOffline() {
  const [found, setFound] = useState<{ room: KeptRoom | null } | null>(null);
  useEffect(() => {
    const [, , last = ""] = location.pathname.split("/");
    // The installed app starts without a code.
    const room = keptRoom(last === "start" ? null : readCode(last), Date.now());
    if (room) {
      document.title = room.page.resolution;
      if (last === "start") history.replaceState(null, "", `/s/${room.page.code}`);
    }
    startTransition(() => setFound({ room }));
  }, []);
  if (found?.room)
    return <Room page={found.room.page} seat={found.room.seat} keptAt={found.room.at} refused={null} />;
  return <PageShell home={false}>{found && <NothingKept />}</PageShell>;
}

function NothingKept() {
  const t = useTranslations("student.offline");
  const shared = useTranslations("shared");
  return (
    <EmptyState
      as="h1"
      icon={WifiOff}
      title={shared("offlineTitle")}
      action={<Button onClick={() => location.reload()}>{shared("retry")}</Button>}
    >
      {t("nothing")}
    </EmptyState>
  );
}
