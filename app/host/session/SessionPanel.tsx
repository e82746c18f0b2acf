"use client";
import { Switch } from "@base-ui/react/switch";
import { DoorClosed, DoorOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { Panel } from "#app/host/Panel.tsx";
import { DeleteSession } from "#app/host/session/DeleteSession.tsx";
import { usePending } from "#app/host/use-pending.ts";
import type { HostPage } from "#debate/protocol/pages.ts";

type SessionPanelProps = { page: HostPage; locked: boolean; isClosed: boolean };

/** What was promised, the door, and the end of everything. */
export const SessionPanel = memo(function SessionPanel({ page, locked, isClosed }: SessionPanelProps) {
  const t = useTranslations("host");
  const { settings, code } = page;
  return (
    <Panel title={t("session.title")} className="shrink-0">
      <ul className="list-disc pl-5 text-sm text-ink-soft">
        <li>{t(`session.identity.${settings.identity}`)}</li>
        <li>{t(`session.entry.${settings.entry}`)}</li>
        <li>{t(`session.moderation.${settings.moderation}`)}</li>
      </ul>
      {!isClosed && <DoorSwitch locked={locked} />}
      <DeleteSession code={code} />
    </Panel>
  );
});

function DoorSwitch({ locked }: { locked: boolean }) {
  const t = useTranslations("host.door");
  const { lock } = useCommands();
  const [isPending, run] = usePending();
  const Icon = locked ? DoorClosed : DoorOpen;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control.
    <label className="flex min-h-touch items-center gap-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
      <span className="flex-1 leading-tight">
        <span className="block font-semibold">{t("lock")}</span>
        <span className="block text-sm text-ink-soft">{locked ? t("lockHint") : t("open")}</span>
      </span>
      <Switch.Root
        checked={locked}
        disabled={isPending}
        onCheckedChange={(next) => void run(() => lock(next))}
        className="relative inline-flex h-8 w-14 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-6 rounded-full bg-ink transition-transform data-checked:translate-x-[1.4rem] data-checked:bg-paper" />
      </Switch.Root>
    </label>
  );
}
