"use client";
import { useTranslations } from "next-intl";
import { CheckCounts } from "#app/host/kit/CheckCounts.tsx";
import { noteFor } from "#app/host/kit/note-for.ts";
import { Panel } from "#app/host/Panel.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type KitPanelProps = { page: Pick<HostPage, "debate">; snapshot: Snapshot };

/** [Y11] What the teacher wrote down for this phase, and from the reading on what the class has understood. */
export function KitPanel({ page: { debate }, snapshot }: KitPanelProps) {
  const t = useTranslations("host.kit");
  const { phase, check } = snapshot;
  const note = noteFor(debate, phase);
  const questions = debate.kit?.questions ?? [];
  // While the class reads, the counts are in the middle.
  const isChecked = check !== undefined && questions.length > 0 && phase !== "reading";
  if (!note && !isChecked) return null;
  return (
    // On a phone notes alone are under the next step.
    <Panel title={t("title")} className={classNames("shrink-0", !isChecked && "max-sm:tall:hidden")}>
      {note && (
        <Written as="p" className="hidden whitespace-pre-line wrap-anywhere sm:block short:block">
          {note}
        </Written>
      )}
      {isChecked && (
        <details>
          <summary className="inline-flex min-h-touch cursor-pointer items-center font-semibold soft-underline">
            {t("check")}
          </summary>
          <CheckCounts questions={questions} check={check} phones={phonesIn(snapshot)} />
        </details>
      )}
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
