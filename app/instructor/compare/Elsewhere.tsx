"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { COMPARED } from "#app/activities/comparison.ts";
import { ForestPlot } from "#app/instructor/compare/ForestPlot.tsx";
import type { Words } from "#app/messages/words.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { FileButton } from "#app/shared/controls/FileButton.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { StoredValue } from "#app/shared/storage/stored-value.ts";
import type { WideComparison } from "#debate/counting/sections.ts";
import type { SignedSummary } from "#debate/protocol/answers/summary.ts";

/** A summary as it was read from a file: what is in it, the server checks. */
type Added = { file: string; signed: SignedSummary };
type Answer = { comparison: WideComparison | null; problem: string | null };

/** [S28] Classes of colleagues on other servers, added by the files that they sent; kept in this browser only. */
export function Elsewhere({ resolution, codes }: { resolution: string; codes: readonly string[] }) {
  const t = useTranslations("compare.elsewhere");
  const kept = useMemo(() => keptIn(`resolved:summaries:${resolution}`), [resolution]);
  const added = useSyncExternalStore(kept.subscribe, kept.value, kept.atFirst);
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [{ comparison, problem }, setAnswer] = useState<Answer>({ comparison: null, problem: null });
  useEffect(() => {
    if (added.length === 0) return setAnswer({ comparison: null, problem: null });
    let isNewest = true;
    compare(codes, added).then((answer) => {
      if (isNewest)
        setAnswer(
          "why" in answer ? { comparison: null, problem: t(`refused.${answer.why}`, answer) } : answer,
        );
    });
    return () => {
      isNewest = false;
    };
  }, [added, codes, t]);

  const [pasted, setPasted] = useState<string | null>(null);
  const change = (next: readonly Added[]) => kept.change(() => next);
  const add = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({ file: file.name, signed: readIn(await file.text()) })),
    );
    setUnread(read.filter(({ signed }) => signed === null).map(({ file }) => file));
    change([...added, ...read.flatMap(({ file, signed }) => (signed ? [{ file, signed }] : []))]);
  };
  const take = () => {
    const signed = readIn(pasted ?? "");
    if (!signed) return setUnread([t("paste")]);
    setUnread([]);
    setPasted(null);
    change([...added, { file: t("pasted", { date: signed.summary.date }), signed }]);
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid max-w-prose justify-items-start gap-3 print:hidden">
        <div className="flex flex-wrap gap-2">
          <FileButton accept=".json,application/json" multiple onFiles={(files) => void add(files)}>
            {t("add")}
          </FileButton>
          <Button aria-expanded={pasted !== null} onClick={() => setPasted(pasted === null ? "" : null)}>
            {t("paste")}
          </Button>
        </div>
        {pasted !== null && (
          <>
            <Field
              multiline
              rows={4}
              className="w-full"
              label={t("paste")}
              hint={t("pasteHint")}
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
            <Button onClick={take}>{t("take")}</Button>
          </>
        )}
      </div>
      {unread.length > 0 && <Notice kind="warning">{t("unread", { files: unread.join(", ") })}</Notice>}
      {problem && <Notice kind="warning">{problem}</Notice>}
      {added.length > 0 && (
        <details open={added.length <= UNFOLDED} className="print:hidden">
          <summary className="inline-flex min-h-touch items-center font-semibold soft-underline">
            {t("count", { count: added.length })}
          </summary>
          <ul className="grid gap-1">
            {added.map(({ file, signed }, index) => (
              <li
                key={`${signed.summary.id} ${file}`}
                className="flex flex-wrap items-center gap-x-3 border-t border-line py-1"
              >
                <span className="min-w-0 flex-1 wrap-anywhere">{file}</span>
                <Button
                  size="small"
                  aria-label={t("removeOf", { file })}
                  onClick={() => change(added.filter((_, other) => other !== index))}
                >
                  {t("remove")}
                </Button>
              </li>
            ))}
          </ul>
          {added.length > UNFOLDED && <Button onClick={() => change([])}>{t("removeAll")}</Button>}
        </details>
      )}
      {comparison && (
        <>
          <ForestPlot comparison={comparison} id="forest-elsewhere" />
          {COMPARED.map(({ name, Forest }) => (
            <Forest key={name} comparison={comparison} />
          ))}
          <p className="max-w-prose text-sm text-ink-soft text-pretty">{t("without")}</p>
        </>
      )}
    </div>
  );
}

/** More added classes are folded. */
const UNFOLDED = 5;
const NONE: readonly Added[] = [];
const keptIn = (place: string) =>
  new StoredValue<readonly Added[]>(place, NONE, (stored) =>
    Array.isArray(stored) ? (stored as Added[]) : null,
  );

/** Null if it is no file of a summary. */
function readIn(text: string): SignedSummary | null {
  try {
    const read: Partial<SignedSummary> | null = JSON.parse(text);
    return typeof read?.summary?.id === "string" ? (read as SignedSummary) : null;
  } catch {
    return null;
  }
}

type Refused = { why: keyof Words["compare"]["elsewhere"]["refused"]; file: string };

/** Asks the server, which names a refused summary by its place. */
async function compare(codes: readonly string[], added: readonly Added[]): Promise<Answer | Refused> {
  const summaries = added.map(({ signed }) => signed);
  const reply = await ask<WideComparison>("POST", "/api/compare", { codes, summaries });
  if (reply.ok) return { comparison: reply.value, problem: null };
  const { fields } =
    (reply.answer as { error?: { fields?: Record<string, string[]> } } | undefined)?.error ?? {};
  const file = added[Number(fields?.summaries?.[0])]?.file ?? "";
  return { why: (fields?.why?.[0] as Refused["why"] | undefined) ?? "failed", file };
}
