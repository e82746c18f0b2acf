"use client";
import { useTranslations } from "next-intl";
import { MonitorPlay } from "#app/icons/icons.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import type { HostPage } from "#debate/protocol/pages.ts";

/** Opens the projector in a window of its own. In the lobby it is beside the words that ask for it. */
export function OpenWall({ page: { code, paths, links } }: { page: HostPage }) {
  const t = useTranslations("host.copies");
  return (
    <a
      href={links.screen ?? paths.screen}
      target={`wall-${code}`}
      rel="noopener"
      className={buttonStyle("secondary")}
    >
      <MonitorPlay aria-hidden="true" className="size-4.5 shrink-0" />
      {t("openWall")}
    </a>
  );
}
