"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "#app/shared/controls/Dialog.tsx";

const KEYS = ["level", "clear", "rows", "row", "comment", "next", "previous", "keys"] as const;

/** [Q27] */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations("marks.keys");
  return (
    <Dialog title={t("title")} open={open} onOpenChange={onOpenChange}>
      <dl className="grid gap-2">
        {KEYS.map((each) => (
          <div key={each} className="grid gap-x-4 border-t border-line pt-2 sm:grid-cols-[11rem_1fr]">
            <dt className="font-semibold">{t(`${each}.key`)}</dt>
            <dd>{t(`${each}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
