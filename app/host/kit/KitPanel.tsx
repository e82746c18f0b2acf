"use client";
import { useTranslations } from "next-intl";
import { HOST_STAGES } from "#app/activities/host-stages.ts";
import { noteFor } from "#app/host/kit/note-for.ts";
import { Panel } from "#app/host/Panel.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phases.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type KitPanelProps = { page: Pick<HostPage, "debate">; snapshot: Snapshot };

/** [Y11] What the teacher wrote down for this phase, and once the class has read what activities add to it. */
export function KitPanel({ page: { debate }, snapshot }: KitPanelProps) {
  const t = useTranslations("host.kit");
  const { phase } = snapshot;
  const note = noteFor(debate, phase);
  // While the class reads, these stand in the middle.
  const added =
    phase === "reading"
      ? []
      : HOST_STAGES.flatMap(({ reading }) =>
          reading?.notes?.hasAny({ debate, snapshot }) ? reading.notes : [],
        );
  const isAlone = added.length === 0;
  if (!note && isAlone) return null;
  return (
    // On a phone notes alone are under the next step.
    <Panel title={t("title")} className={classNames("shrink-0", isAlone && "max-sm:tall:hidden")}>
      {note && (
        <Written as="p" className="hidden whitespace-pre-line wrap-anywhere sm:block short:block">
          {note}
        </Written>
      )}
      {added.map(({ title, Part }) => (
        <details key={title}>
          <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold soft-underline">
            {t(title)}
          </summary>
          <Part debate={debate} snapshot={snapshot} />
        </details>
      ))}
    </Panel>
  );
}

/** [Y11] The same notes on a phone, under the next step. */
export function PhoneNotes({ page: { debate }, phase }: { page: Pick<HostPage, "debate">; phase: Phase }) {
  const t = useTranslations("host.kit");
  const note = noteFor(debate, phase);
  if (!note) return null;
  return (
    <details className="order-last sm:hidden short:hidden">
      <summary className="relative flex min-h-touch cursor-pointer items-center font-semibold soft-underline after:absolute after:inset-x-0 after:-inset-y-1.5 low:min-h-9">
        {t("title")}
      </summary>
      <Written as="p" className="max-h-[30dvh] overflow-y-auto whitespace-pre-line wrap-anywhere">
        {note}
      </Written>
    </details>
  );
}
