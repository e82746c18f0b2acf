"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { usePairCommands } from "#app/activities/pairs/host/use-pair-commands.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { PairLine } from "#debate/activities/pairs/rules.ts";

/** How often they are read while the host looks, in milliseconds: no one is sent them otherwise. */
const EVERY = 4_000;

/** [P27] The lines written at a table, updated while the host has them open. */
export function PairLines({ table }: { table: number }) {
  const t = useTranslations("host.pairs");
  const { readLines } = usePairCommands();
  const [lines, setLines] = useState<readonly PairLine[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const read = useCallback(async () => {
    const found = await readLines(table);
    setFailed(!found);
    if (found) setLines(found);
  }, [readLines, table]);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), EVERY);
    return () => clearInterval(timer);
  }, [read]);
  return (
    <div className="grid grid-cols-1 gap-3">
      {hasFailed && <Notice kind="warning">{t("failed")}</Notice>}
      {lines?.length === 0 && <p className="text-ink-soft">{t("empty")}</p>}
      <ol className="grid grid-cols-1 gap-3">
        {lines?.map((line) => (
          <Line key={line.id} line={line} onDone={read} />
        ))}
      </ol>
    </div>
  );
}

function Line({ line: { id, by, body, status }, onDone }: { line: PairLine; onDone: () => Promise<void> }) {
  const t = useTranslations("host.pairs");
  const { moderateLine } = usePairCommands();
  const [isPending, run] = usePending();
  const words = isolated(beginningOf(body));
  const decide = (action: "hide" | "show") => () =>
    run(async () => {
      if (await moderateLine(id, action)) await onDone();
    });
  return (
    <li className="grid grid-cols-1 gap-1 border-t border-line pt-3">
      <p className="text-sm text-ink-soft wrap-anywhere">
        <Written as="bdi">{by}</Written>
      </p>
      <Written as="p" className="whitespace-pre-line wrap-anywhere">
        {body}
      </Written>
      {status !== "published" && (
        <p className="text-sm font-semibold text-warn">{t(status === "pending" ? "waits" : "hidden")}</p>
      )}
      <div className="flex gap-2">
        {status !== "published" && (
          <Button
            size="small"
            variant={status === "pending" ? "secondary" : "quiet"}
            aria-label={t("showOf", { words })}
            pending={isPending}
            onClick={decide("show")}
          >
            {t("show")}
          </Button>
        )}
        {status !== "hidden" && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t("hideOf", { words })}
            pending={isPending}
            onClick={decide("hide")}
          >
            {t("hide")}
          </Button>
        )}
      </div>
    </li>
  );
}
