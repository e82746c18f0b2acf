"use client";
import { useTranslations } from "next-intl";
import { markOf } from "#app/host/marks/marks-state.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";

/** [Q21] Saved in another tab while other marks were typed here: what is stored stands here, what was typed in the fields. */
export function Conflict({ id }: { id: string }) {
  const t = useTranslations("marks.conflict");
  const { list, labeled } = useJoined();
  const { state, store } = useMarking();
  const stored = markOf(state, id);
  if (!stored) return null;
  const levels = list(
    ...state.criteria.map((criterion) => labeled(criterion.name, stored.levels[criterion.id] ?? "–")),
  );
  return (
    <Notice kind="warning" title={t("title")}>
      <p>{t("body")}</p>
      <blockquote className="my-2 max-h-32 overflow-y-auto border-s-4 border-line-strong ps-3">
        {levels !== "" && <p>{levels}</p>}
        <Written as="p" className="whitespace-pre-wrap wrap-anywhere">
          {stored.comment === "" ? t("noComment") : stored.comment}
        </Written>
      </blockquote>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" onClick={() => store.settle(id, "mine")}>
          {t("mine")}
        </Button>
        <Button size="small" onClick={() => store.settle(id, "theirs")}>
          {t("theirs")}
        </Button>
      </div>
    </Notice>
  );
}
