"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import type { Fetching } from "#app/shared/loading/later.tsx";

type PartLoadingProps = {
  of: Fetching;
  /** More buttons. */
  children?: ReactNode;
};

/** In place of a part that is being fetched. If that fails, it says so; the part is fetched again by a press, or without one. */
export function PartLoading({ of, children }: PartLoadingProps) {
  const t = useTranslations("shared");
  const hasFailed = useSyncExternalStore(of.subscribe, of.hasFailed, () => false);
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="text-ink-soft">
        {t(hasFailed ? "partFailed" : "loading")}
      </p>
      {(hasFailed || children) && (
        <div className="flex flex-wrap gap-2">
          {hasFailed && <Button onClick={of.retry}>{t("retry")}</Button>}
          {children}
        </div>
      )}
    </div>
  );
}
