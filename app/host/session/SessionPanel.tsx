"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { Panel } from "#app/host/Panel.tsx";
import { DeleteThisSession } from "#app/host/session/DeleteThisSession.tsx";
import { NewsSwitch } from "#app/host/session/NewsSwitch.tsx";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import { DoorClosed, DoorOpen } from "#app/icons/icons.ts";
import { ParticipationLink } from "#app/shared/links/ParticipationLink.tsx";
import { SessionNote } from "#app/shared/notes/SessionNote.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";

type SessionPanelProps = { page: HostPage; locked: boolean; isClosed: boolean };

/** What was promised, the door, and the end of everything. */
export const SessionPanel = memo(function SessionPanel({ page, locked, isClosed }: SessionPanelProps) {
  const t = useTranslations("host");
  const { space } = useJoined();
  const { settings, code } = page;
  const { may } = useCommands();
  return (
    <Panel title={t("session.title")} className="shrink-0">
      <ul className="list-disc pl-5 text-sm text-ink-soft">
        <li>{t(`session.identity.${settings.identity}`)}</li>
        <li>{t(`session.entry.${settings.entry}`)}</li>
        {settings.identity !== "named" && <li>{t(`session.smallGroups.${settings.smallGroups}`)}</li>}
        <li>{t(`session.wall.${settings.wall}`)}</li>
        <li>{t(`session.reveal.${revealOf(settings)}`)}</li>
        {settings.filter === "hold" && <li>{t("session.filter")}</li>}
        {settings.rule !== "" && (
          <li className="wrap-anywhere">
            {t("session.rule")}
            {space}
            <Written>{settings.rule}</Written>
          </li>
        )}
      </ul>
      {!isClosed && may("host:lock") && <DoorSwitch locked={locked} />}
      <NewsSwitch />
      {page.role === "host" && (
        <>
          <SessionNote code={code} />
          {settings.identity !== "anonymous" && <ParticipationLink code={code} />}
          <DeleteThisSession code={code} />
        </>
      )}
    </Panel>
  );
});

function revealOf({ stagedReveal, guess }: HostPage["settings"]) {
  if (!stagedReveal) return "atOnce";
  return guess ? "guess" : "staged";
}

function DoorSwitch({ locked }: { locked: boolean }) {
  const t = useTranslations("host.door");
  const { lock } = useCommands();
  return (
    <Toggle
      icon={locked ? DoorClosed : DoorOpen}
      label={t("lock")}
      hint={locked ? t("lockHint") : t("open")}
      checked={locked}
      onChange={lock}
    />
  );
}
