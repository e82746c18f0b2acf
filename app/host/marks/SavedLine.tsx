"use client";
import { useTranslations } from "next-intl";
import type { MarksState } from "#app/host/marks/marks-state.ts";
import { isUnsaved } from "#app/host/marks/marks-store.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";

/** [Q21] "Saved", or why not. */
export function SavedLine() {
  const t = useTranslations("marks.saving");
  const { state } = useMarking();
  const words = wordsFor(state);
  useNews("marks", words === "saved" ? t("saved") : null);
  if (state.problem !== null) return <Problem />;
  if (!words) return null;
  return (
    <p className="flex items-center gap-1 text-sm text-ink-soft">
      {words === "saved" && <Check aria-hidden="true" className="size-4 text-good" />}
      {t(words)}
    </p>
  );
}

function wordsFor(state: MarksState) {
  if (state.isSending || isUnsaved(state)) return "saving";
  return state.hasSaved ? "saved" : null;
}

function Problem() {
  const t = useTranslations("marks.saving");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { sentences } = useJoined();
  const { store, state } = useMarking();
  if (state.problem === null) return null;
  return (
    <Notice
      kind={state.problem === "offline" ? "offline" : "warning"}
      title={t("notSaved")}
      action={
        <Button size="small" onClick={store.wake}>
          {shared("retry")}
        </Button>
      }
    >
      {sentences(refusals(state.problem), isUnsaved(state) && t(state.isKept ? "kept" : "notKept"))}
    </Notice>
  );
}
