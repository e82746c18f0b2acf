"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Panel } from "#app/host/Panel.tsx";
import { PaperSlips } from "#app/host/paper/PaperSlips.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";
import { roundsOnPaper } from "#debate/rules/paper.ts";
import type { Phase } from "#debate/rules/phase-order.ts";

/** [Y8] Votes on paper, as long as they can be typed in. */
export function PaperPanel({ page: { code, settings }, phase }: { page: HostPage; phase: Phase }) {
  const t = useTranslations("host.paper");
  const [isOpened, setIsOpened] = useState(false);
  const rounds = roundsOnPaper({ phase, settings });
  if (rounds.length === 0) return null;
  return (
    <Panel title={t("title")} className="shrink-0">
      <details onToggle={({ currentTarget }) => currentTarget.open && setIsOpened(true)}>
        <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold soft-underline">
          {t("type")}
        </summary>
        {isOpened && <PaperSlips code={code} phase={phase} rounds={rounds} />}
      </details>
    </Panel>
  );
}
