"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Clock } from "#app/icons/icons.ts";
import { useHistory } from "#app/instructor/exchange/use-history.ts";
import { VersionChanges } from "#app/instructor/exchange/VersionChanges.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";

/** [D33] How a debate was before, what has changed since, and a way back. */
export function DebateHistory({ current, etag }: { current: Debate; etag: string }) {
  const t = useTranslations("instructor.exchange.history");
  const words = useTranslations("shared");
  const [open, setOpen] = useState(false);
  const history = useHistory(current.id, etag, () => setOpen(false));
  const { versions, chosen, pending, problem } = history;
  return (
    <Dialog
      size="wide"
      title={t("title")}
      description={<Written>{current.resolution}</Written>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) void history.load();
      }}
      trigger={
        <Button variant="quiet" className="px-3!">
          <Clock aria-hidden="true" className="size-5" />
          {t("open")}
        </Button>
      }
      actions={
        chosen ? (
          <>
            <Button variant="quiet" onClick={history.back}>
              {t("back")}
            </Button>
            <Button variant="primary" pending={pending} onClick={history.restore}>
              {t("restore")}
            </Button>
          </>
        ) : (
          <DialogClose render={<Button variant="quiet" />}>{t("close")}</DialogClose>
        )
      }
    >
      {problem && (
        <Notice kind="error" className="mb-4">
          {problem}
        </Notice>
      )}
      {!versions && !problem && (
        <p role="status" className="text-ink-soft">
          {words("loading")}
        </p>
      )}
      {versions?.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      {chosen ? (
        <VersionChanges current={current} before={chosen.debate} />
      ) : (
        <VersionList history={history} />
      )}
    </Dialog>
  );
}

function VersionList({ history: { versions, current, choose } }: { history: ReturnType<typeof useHistory> }) {
  const t = useTranslations("instructor.exchange.history");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-line">
      {versions?.map(({ version, savedAt, savedBy }) => {
        const when = format.dateTime(savedAt, { dateStyle: "medium", timeStyle: "short" });
        return (
          <li
            key={version}
            className="flex min-h-touch flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
          >
            <span className="min-w-0 flex-1 basis-48">
              <span className="font-medium tabular-nums">{when}</span>
              <span className="block text-sm text-ink-soft wrap-anywhere">
                {t.rich("by", { name: inSentence(savedBy) })}
              </span>
            </span>
            {version === current ? (
              <span className="text-sm text-ink-soft">{t("now")}</span>
            ) : (
              <Button size="small" aria-label={t("compareNamed", { when })} onClick={() => choose(version)}>
                {t("compare")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
