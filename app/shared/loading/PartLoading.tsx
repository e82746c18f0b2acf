"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Fetching } from "#app/shared/loading/later.tsx";

/** In place of a part that is being fetched. If that fails, it says so; the part is fetched again by a press, or without one. */
export function PartLoading({ of }: { of: Fetching }) {
  const t = useTranslations("shared");
  const hasFailed = useSyncExternalStore(of.subscribe, of.hasFailed, () => false);
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="text-ink-soft">
        {t(hasFailed ? "partFailed" : "loading")}
      </p>
      {hasFailed && <Button onClick={of.retry}>{t("retry")}</Button>}
    </div>
  );
}
