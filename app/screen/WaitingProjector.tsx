"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useWakeLock } from "#app/screen/use-wake-lock.ts";
import { ask } from "#app/shared/ask.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import type { Projector } from "#debate/protocol/answers/sessions.ts";

/** How often it asks whether the host has confirmed its code, in milliseconds. */
const AGAIN = 1_500;

/** [V28] Shows a code, and becomes the projector once the host has confirmed it. */
export function WaitingProjector() {
  const t = useTranslations("projector");
  const { code, isLost } = useCode();
  const origin = useOrigin();
  useWakeLock();
  return (
    <main data-fills-window className="fixed inset-0 overflow-auto bg-paper text-ink [container-type:size]">
      <div className="@container mx-auto grid min-h-full max-w-[178cqh] content-center gap-[3cqi] p-[4cqi] handheld:max-w-none handheld:gap-6 handheld:p-5">
        <p>
          <Wordmark className="text-wall-md!" />
        </p>
        <div className="grid grid-cols-[minmax(0,1fr)_24cqi] items-center gap-[4cqi] handheld:grid-cols-1 handheld:gap-6">
          <div className="grid grid-cols-1 gap-[1.6cqi] wrap-anywhere handheld:gap-4">
            <h1 className="font-serif text-wall-xl text-balance">{t("heading")}</h1>
            <p className="text-wall-md text-ink-soft">{t("how")}</p>
            <p
              aria-live="polite"
              className="min-h-[9cqi] text-[min(max(2.5rem,8cqi),13cqi)] handheld:min-h-10 leading-none"
            >
              {code && <CodeDisplay code={code} />}
            </p>
            <p role="status" className="text-wall-sm text-ink-soft">
              {t(isLost ? "lost" : "waiting")}
            </p>
          </div>
          {code && origin && (
            <div className="grid gap-[1cqi] text-center text-wall-sm text-ink-soft handheld:max-w-80 handheld:gap-3 handheld:text-start">
              <QrCode address={`${origin}/projector?code=${code}`} className="w-full rounded-[1cqi]" />
              {t("scan")}
            </div>
          )}
        </div>
      </div>
    </main>
  );
}

/** The code that this browser may show now, until it has become a projector. */
function useCode(): { code: string | null; isLost: boolean } {
  const [shown, setShown] = useState<{ code: string | null; isLost: boolean }>({ code: null, isLost: false });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const check = async () => {
      const reply = await ask<Projector>("POST", "/api/projectors");
      if (isOver) return;
      if (reply.ok && "path" in reply.value) return location.replace(reply.value.path);
      const { value } = reply.ok ? (reply as { value: { code: string } }) : { value: null };
      setShown((last) => ({ code: value?.code ?? last.code, isLost: value === null }));
      timer = setTimeout(check, AGAIN);
    };
    void check();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);
  return shown;
}

const never = () => () => undefined;

/** This page's scheme and host; null until its scripts have run. */
function useOrigin(): string | null {
  return useSyncExternalStore(
    never,
    () => location.origin,
    () => null,
  );
}
