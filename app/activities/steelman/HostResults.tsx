"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SteelmanList } from "#app/activities/steelman/HostList.tsx";
import { useCommands } from "#app/host/commands.tsx";

/** The same with the results, folded: they have nothing to do with these. */
export function SteelmanFolded() {
  const t = useTranslations("host.steelman");
  const { may } = useCommands();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="mb-4 rounded-card border border-line bg-surface"
    >
      <summary className="flex min-h-touch items-center px-4 py-2 font-semibold">{t("title")}</summary>
      <div className="grid grid-cols-1 gap-3 px-4 pb-4">
        <p className="text-sm text-ink-soft">{t(may("host:phase") ? "private" : "nameless")}</p>
        {isOpen && <SteelmanList news="" isOpen={false} />}
      </div>
    </details>
  );
}
