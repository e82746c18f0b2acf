"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Download } from "#app/icons/icons.ts";
import { AuditLine } from "#app/instructor/account/AuditLine.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { AuditPage } from "#debate/protocol/pages.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";

const PATH = "/api/account/audit";

/** `before`: the id of the last entry that is shown. */
type Asked = { kind: string; before?: number | undefined };

/** [I30] What instructors did on this server, the newest first, for its owner. */
export function AuditLog({ first }: { first: AuditPage }) {
  const t = useTranslations("instructor.audit");
  const words = useTranslations("shared");
  const why = useWhy();
  const [{ kind, entries, more }, setShown] = useState({ kind: "", ...first });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<{ of: Asked; why: string } | null>(null);
  const newest = useRef<Asked | null>(null);
  const list = useRef<HTMLOListElement>(null);

  /** Adds a page, or with another kind starts again. The newest request counts. */
  async function read(asking: Asked): Promise<void> {
    newest.current = asking;
    setAsked(asking);
    setProblem(null);
    const { before } = asking;
    const query = new URLSearchParams({
      ...(asking.kind && { kind: asking.kind }),
      ...(before !== undefined && { before: String(before) }),
    });
    const reply = await ask<AuditPage>("GET", `${PATH}?${query}`);
    if (newest.current !== asking) return;
    setAsked(null);
    if (!reply.ok) return setProblem({ of: asking, why: why(reply.code) });
    const kept = before === undefined ? [] : entries;
    setShown({ kind: asking.kind, entries: [...kept, ...reply.value.entries], more: reply.value.more });
    // The button may be gone.
    if (before !== undefined) requestAnimationFrame(() => focusAt(kept.length));
    return undefined;
  }
  const focusAt = (place: number) =>
    list.current?.querySelectorAll<HTMLElement>(":scope > li")[place]?.focus();

  const isFiltering = asked !== null && asked.before === undefined;
  /** Beside the control that was used. */
  const noticeOf = (older: boolean) =>
    problem && (problem.of.before !== undefined) === older && <Notice kind="error">{problem.why}</Notice>;

  return (
    <Card as="section" padding="roomy" className="mt-8 grid gap-5" aria-labelledby="audit-log">
      <div className="grid gap-1">
        <h2 id="audit-log" className="font-serif text-2xl">
          {t("title")}
        </h2>
        <p className="text-sm text-ink-soft">{t("lead")}</p>
      </div>
      <SelectField
        label={t("show")}
        value={asked?.kind ?? kind}
        onChange={(chosen) => void read({ kind: chosen })}
      >
        <option value="">{t("all")}</option>
        {AUDIT_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`kinds.${each}`)}
          </option>
        ))}
      </SelectField>
      {noticeOf(false)}
      <p role="status" className="sr-only">
        {asked && words("loading")}
      </p>
      <div aria-busy={isFiltering} className={isFiltering ? "opacity-60" : undefined}>
        {entries.length === 0 ? (
          <p className="text-ink-soft">{t(kind ? "noneOfKind" : "none")}</p>
        ) : (
          <ol ref={list} className="divide-y divide-line border-y border-line">
            {entries.map((entry) => (
              <AuditLine key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </div>
      {noticeOf(true)}
      <div className="flex flex-wrap gap-3">
        {more && (
          <Button
            pending={asked?.before !== undefined}
            onClick={() => read({ kind, before: entries.at(-1)?.id })}
          >
            {t("older")}
          </Button>
        )}
        <a href={`${PATH}?format=jsonl`} download className={buttonStyle()}>
          <Download aria-hidden="true" className="size-5" />
          {t("download")}
        </a>
      </div>
    </Card>
  );
}
