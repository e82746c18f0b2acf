"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";
import type { Table } from "#debate/protocol/answers/export-tables.ts";
import type { AuditEntry } from "#debate/protocol/pages.ts";
import type { AuditKind } from "#debate/rules/audit.ts";

type Account = NonNullable<AuditEntry["by"]>;

/** What the server does alone; everything else without an account was done without a sign-in. */
const OF_SERVER: readonly AuditKind[] = ["deletion", "setting"];

/** One line of the log: when and who, and what was done. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("instructor.audit");
  const format = useFormatter();
  const { at, kind, by, count = 1 } = entry;
  const what = useWhat(entry);
  return (
    <li tabIndex={-1} className="grid gap-0.5 py-3 wrap-anywhere">
      <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
        <time dateTime={new Date(at).toISOString()} className="tabular-nums">
          {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
        </time>
        {by ? <Who account={by} /> : <span>{t(OF_SERVER.includes(kind) ? "server" : "someone")}</span>}
      </p>
      <p className="leading-snug">{count > 1 ? t("times", { what, count }) : what}</p>
    </li>
  );
}

function Who({ account: { id, name, email } }: { account: Account }) {
  const t = useTranslations("instructor.audit");
  if (name === undefined) return <span>{t("deleted", { id: shortId({ id }) })}</span>;
  return (
    <span>
      <Written as="bdi" className="font-semibold text-ink">
        {name}
      </Written>{" "}
      {email}
    </span>
  );
}

function useWhat({ kind, what, detail = "", session = "", about }: AuditEntry): string {
  const t = useTranslations("instructor.audit");
  const tables = useTranslations("downloads.tables");
  const table = what as Table;
  return t(`what.${kind}`, {
    ...{ what: selector(what), detail: selector(detail), session, platform: detail },
    known: String(about !== undefined),
    account: about ? (about.email ?? t("deleted", { id: shortId(about) })) : "",
    table: tables.has(table) ? tables(table) : what,
    names: String(detail !== "no-names"),
    kept: String(detail === ""),
    days: Number(detail),
    students: Number(detail),
  });
}

/** As messages can select by it: without hyphens. */
const selector = (word: string) => word.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
const shortId = ({ id }: { id: string }) => id.slice(0, 8);
