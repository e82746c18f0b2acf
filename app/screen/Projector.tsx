"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useLive } from "#app/live/use-live.ts";
import { faces, laterFacesOf, loadLaterFaces } from "#app/screen/later-faces.ts";
import { useClicker } from "#app/screen/use-clicker.ts";
import { useWakeLock } from "#app/screen/use-wake-lock.ts";
import { classNames } from "#app/shared/class-names.ts";
import { isShortcutOn } from "#app/shared/controls/shortcuts.ts";
import { Later, useFromTheStart, whenIdle } from "#app/shared/loading/later.tsx";
import { revealPlace } from "#app/shared/wall/reveal-place.ts";
import type { ScreenPage } from "#debate/protocol/pages.ts";
import type { Language } from "#debate/rules/languages.ts";

const IDLE_AFTER = 3_000;

/** Whether the mouse has rested for a while: a pointer left on the wall is in everybody's way. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setIdle(true), IDLE_AFTER);
    const wake = () => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), IDLE_AFTER);
    };
    window.addEventListener("pointermove", wake);
    window.addEventListener("pointerdown", wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", wake);
      window.removeEventListener("pointerdown", wake);
    };
  }, []);
  return isIdle;
}

type ProjectorProps = {
  page: ScreenPage;
  screenKey?: string;
  /** In which the host has the wall speak; without one it is the browser's. */
  language: Language | undefined;
};

/** The wall of one session, alone in its window. */
export function Projector({ page, screenKey, language }: ProjectorProps) {
  const { code, debate, address, joinPath, settings, simulated } = page;
  const { live, state } = useLive(
    { code, as: "screen", ...(screenKey !== undefined && { key: screenKey }) },
    page,
  );
  useFromTheStart(() => laterFacesOf(page.snapshot), { isToRead: true });
  // [V15] Without the host's cookie a clicker does nothing here.
  const reveal = page.isHost ? revealPlace(state.snapshot, settings, state.result) : null;
  const failure = useClicker(code, live, reveal);
  const isIdle = useIdle();
  useWakeLock();
  useEffect(() => whenIdle(() => void loadLaterFaces()), []);
  useFullScreenKey();
  const { snapshot, rebuttals, result, connection, canStore } = state;
  if (connection === "gone" || connection === "refused" || connection === "removed")
    return <Ended isGone={connection === "gone"} />;
  return (
    <main
      data-fills-window
      lang={language}
      data-theme={snapshot.wallLook?.theme}
      className={classNames("wall-window", isIdle && "cursor-none")}
    >
      <Later of={faces}>
        {({ WallFace, ClickerFailure, OtherLanguage }) => (
          <>
            <WallFace
              wall={{
                ...{ code, debate, address, joinPath, snapshot, rebuttals, result, connection, canStore },
                entry: settings.entry,
                activities: settings.activities,
                isStaged: settings.reveal === "staged",
                simulated,
              }}
            />
            {failure && <ClickerFailure why={failure} />}
            {language !== snapshot.wallLook?.language && (
              <OtherLanguage key={snapshot.wallLook?.language ?? "own"} />
            )}
          </>
        )}
      </Later>
    </main>
  );
}

/** In place of a wall that can no longer be true. */
function Ended({ isGone }: { isGone: boolean }) {
  const t = useTranslations("screen");
  return (
    <main data-fills-window className="grid min-h-dvh place-content-center gap-[1cqi] p-[5cqi] text-center">
      <h1 className="font-serif text-wall-lg">{isGone ? t("gone") : t("refused.title")}</h1>
      {!isGone && <p className="text-wall-sm text-ink-soft">{t("refused.body")}</p>}
    </main>
  );
}

/** `f` fills the screen, and gives it back. */
function useFullScreenKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "f" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!isShortcutOn("fullScreen")) return;
      // A browser may refuse; then nothing changes.
      const change = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen();
      change.catch(() => undefined);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
