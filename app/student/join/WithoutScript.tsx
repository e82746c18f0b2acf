"use client";
import { useTranslations } from "next-intl";
import { buttonLook } from "#app/shared/controls/button-looks.ts";
import { useSeat } from "#app/student/join/seat.ts";

/** For phones that run no scripts: what works, and a way to see what the class does now. */
export function WithoutScript() {
  const t = useTranslations("student.withoutScript");
  const { code, state } = useSeat();
  const isWaiting = state.snapshot.phase === "lobby";
  return (
    <noscript>
      {isWaiting && <meta httpEquiv="refresh" content="10" />}
      <p className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-control border border-line bg-sunken px-4 py-3 text-sm">
        {t("body")}
        <a href={`/s/${code}`} className={buttonLook("secondary")}>
          {t("reload")}
        </a>
      </p>
    </noscript>
  );
}
