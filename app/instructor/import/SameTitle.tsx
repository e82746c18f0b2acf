"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ask } from "#app/shared/ask.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { titleKey } from "#debate/content/searching.ts";

type Listed = { id: string; resolution: string };

/** The debates that this instructor can use: all of them at once, however many are imported. */
export function useDebates(): readonly Listed[] {
  const [debates, setDebates] = useState<Listed[]>([]);
  useEffect(() => {
    let isHere = true;
    // Where no answer comes, a second debate of the title is saved as if it were the first.
    void ask<{ debates: Listed[] }>("GET", "/api/debates").then((reply) => {
      if (isHere && reply.ok) setDebates(reply.value.debates);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return debates;
}

type SameTitleProps = { title: string; debates: readonly Listed[] };

/** Says that one of these debates has this title already, and leads to it. */
export function SameTitle({ title, debates }: SameTitleProps) {
  const t = useTranslations("instructor.import.same");
  const [first] = withSameTitle(debates, title);
  if (!first) return null;
  return (
    <Notice
      kind="info"
      title={t("title")}
      action={
        // In a tab of its own, so that nothing typed here is left.
        <LinkButton size="small" href={`/debates/${first.id}`} target="_blank">
          {t("open")}
        </LinkButton>
      }
    >
      {t("body")}
    </Notice>
  );
}

/** Those of the debates whose title reads like this one. */
export function withSameTitle<Row extends { resolution: string }>(
  debates: readonly Row[],
  title: string,
): Row[] {
  const wanted = titleKey(title);
  return wanted === "" ? [] : debates.filter(({ resolution }) => titleKey(resolution) === wanted);
}
