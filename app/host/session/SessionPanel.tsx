"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { HOST } from "#app/activities/host.ts";
import { UseInCourse } from "#app/host/course/UseInCourse.tsx";
import { DeleteThisSession } from "#app/host/session/DeleteThisSession.tsx";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import { BellRing, ChevronDown } from "#app/icons/icons.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { ParticipationLink } from "#app/shared/links/ParticipationLink.tsx";
import { SessionNote } from "#app/shared/notes/SessionNote.tsx";
import { useNewsSwitch } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { isOn } from "#debate/activities/open.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { isClosed } from "#debate/rules/phases.ts";

/** [F2] Whether a screen reader hears news here. */
function NewsSwitch() {
  const t = useTranslations("host.announce");
  const [isOn, turn] = useNewsSwitch();
  return (
    <Toggle
      icon={BellRing}
      label={t("switch")}
      hint={t("hint")}
      checked={isOn}
      onChange={async (on) => turn(on)}
    />
  );
}

type SessionPanelProps = { page: HostPage; phase: Phase; children: ReactNode };

/** [H14] What a lesson rarely needs: what was promised, and what can be set. Folded until it is wanted. */
export function SessionPanel({ page, phase, children }: SessionPanelProps) {
  const t = useTranslations("host");
  const { space } = useJoined();
  const id = useId();
  const format = useFormatter();
  const { settings, code, role, keptUntil } = page;
  return (
    <Card as="section" aria-labelledby={id} tone="plain" padding="none" className="shrink-0">
      <details className="group/session">
        <summary className="grid min-h-touch cursor-pointer list-none -outline-offset-3! grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <h2 id={id} className="eyebrow text-ink-soft">
            {t("session.title")}
          </h2>
          <ChevronDown
            aria-hidden="true"
            className="row-span-2 size-5 text-ink-soft transition-transform group-open/session:rotate-180"
          />
          <span className="text-sm text-ink-soft text-pretty">{t(`session.holds.${role}`)}</span>
        </summary>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 pb-4">
          <ul className="list-disc pl-5 text-sm text-ink-soft">
            <li>{t(`session.identity.${settings.identity}`)}</li>
            <li>{t(`session.entry.${settings.entry}`)}</li>
            <li>{t("session.wall")}</li>
            <li>{t(`session.reveal.${revealOf(settings)}`)}</li>
            {settings.filter.holds && <li>{t("session.filter")}</li>}
            {keptUntil !== undefined && (
              <li>{t("session.keptUntil", { date: format.dateTime(keptUntil, { dateStyle: "medium" }) })}</li>
            )}
            {settings.rule !== "" && (
              <li className="wrap-anywhere">
                {t("session.rule")}
                {space}
                <Written>{settings.rule}</Written>
              </li>
            )}
          </ul>
          {role === "host" && <SessionNote code={code} />}
          {role === "host" && settings.identity !== "anonymous" && <ParticipationLink code={code} />}
          {role === "host" && page.simulated === undefined && (
            <UseInCourse code={code} isClosed={isClosed(phase)} />
          )}
          {children}
          <div className="grid gap-4 border-t border-line pt-4">
            <NewsSwitch />
            {role === "host" && <DeleteThisSession code={code} />}
          </div>
        </div>
      </details>
    </Card>
  );
}

function revealOf(settings: HostPage["settings"]) {
  if (settings.reveal === "at-once") return "atOnce";
  return HOST.find(({ name, reveal }) => reveal && isOn(name, settings))?.reveal ?? "staged";
}
