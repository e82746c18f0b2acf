"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { copyText } from "#app/shared/copy-text.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { DebateLink } from "#debate/protocol/answers/debates.ts";
import { LINKED } from "#debate/rules/debate-rights.ts";

type Answer = { link: DebateLink | null };

/** [D45] A link by which colleagues on other servers import the debate, or its series. */
export function DebateLinkPart({ id, hasSeries }: { id: string; hasSeries: boolean }) {
  const t = useTranslations("instructor.exchange.link");
  const why = useWhy();
  const [link, setLink] = useState<DebateLink | null | undefined>(undefined);
  const [problem, setProblem] = useState<Failure | null>(null);
  const change = useCallback(
    async (method: "GET" | "PUT" | "DELETE", body?: { of: DebateLink["of"] }) => {
      setProblem(null);
      const reply = await ask<Answer | null>(method, `/api/debates/${id}/link`, body);
      if (reply.ok) setLink(reply.value?.link ?? null);
      else setProblem(reply.code);
    },
    [id],
  );
  useEffect(() => void change("GET"), [change]);
  const copy = async (url: string) => {
    if (await copyText(url)) toast.success(t("copied"));
  };
  return (
    <section aria-labelledby="debate-link" className="grid gap-3 border-t border-line pt-4">
      <h3 id="debate-link" className="font-semibold">
        {t("title")}
      </h3>
      <p className="text-sm text-ink-soft text-pretty">{t("lead")}</p>
      {problem && <Notice kind="error">{why(problem)}</Notice>}
      {link === null && (
        <Button className="justify-self-start" onClick={() => void change("PUT", { of: "debate" })}>
          {t("make")}
        </Button>
      )}
      {link && (
        <>
          {hasSeries && (
            <SelectField
              label={t("of")}
              value={link.of}
              onChange={(of) => void change("PUT", { of: of as DebateLink["of"] })}
            >
              {LINKED.map((each) => (
                <option key={each} value={each}>
                  {t(`linked.${each}`)}
                </option>
              ))}
            </SelectField>
          )}
          <Field label={t("address")} value={link.url} readOnly onFocus={({ target }) => target.select()} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void copy(link.url)}>{t("copy")}</Button>
            <Button onClick={() => void change("DELETE")}>{t("end")}</Button>
          </div>
        </>
      )}
    </section>
  );
}
