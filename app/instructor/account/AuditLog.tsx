"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Download } from "#app/icons/icons.ts";
import { AuditLine } from "#app/instructor/account/AuditLine.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonLook } from "#app/shared/controls/button-looks.ts";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import type { AuditPage } from "#debate/protocol/pages.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";

const PATH = "/api/account/audit";

/** [I30] What instructors did on this server, the newest first, for its owner. */
export function AuditLog({ first }: { first: AuditPage }) {
  const t = useTranslations("instructor.audit");
  const why = useWhy();
  const [kind, setKind] = useState("");
  const [{ entries, more }, setPage] = useState(first);
  const [pending, setPending] = useState<"filter" | "more" | null>(null);
  const [problem, setProblem] = useState("");
  const asked = useRef(0);
  const list = useRef<HTMLOListElement>(null);

  /** Adds a page, or with another kind starts again. The newest request counts. */
  async function read(wanted: string, before?: number): Promise<void> {
    const turn = ++asked.current;
    setPending(before === undefined ? "filter" : "more");
    const query = new URLSearchParams({
      ...(wanted && { kind: wanted }),
      ...(before !== undefined && { before: String(before) }),
    });
    const reply = await ask<AuditPage>("GET", `${PATH}?${query}`);
    if (turn !== asked.current) return;
    setPending(null);
    setProblem(reply.ok ? "" : why(reply.code));
    if (!reply.ok) return;
    const shown = before === undefined ? [] : entries;
    setPage({ entries: [...shown, ...reply.value.entries], more: reply.value.more });
    // The button may be gone.
    if (before !== undefined) requestAnimationFrame(() => focusAt(shown.length));
  }
  const focusAt = (place: number) =>
    list.current?.querySelectorAll<HTMLElement>(":scope > li")[place]?.focus();

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
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          void read(chosen);
        }}
      >
        <option value="">{t("all")}</option>
        {AUDIT_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`kinds.${each}`)}
          </option>
        ))}
      </SelectField>
      <div aria-busy={pending !== null} className={pending === "filter" ? "opacity-60" : undefined}>
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
      {problem && <Notice kind="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        {more && (
          <Button pending={pending === "more"} onClick={() => read(kind, entries.at(-1)?.id)}>
            {t("older")}
          </Button>
        )}
        <a href={`${PATH}?format=jsonl`} download className={buttonLook("quiet")}>
          <Download aria-hidden="true" className="size-5" />
          {t("download")}
        </a>
      </div>
    </Card>
  );
}
