"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChevronDown } from "#app/icons/icons.ts";
import { ask } from "#app/shared/ask.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { StoredDebate } from "#debate/protocol/answers/debates.ts";

type Read = "not yet" | "reading" | "failed" | StoredDebate["debate"];

/** [D44] The first paragraphs of both positions side by side, read when it is unfolded. */
export function DebatePreview({ id, resolution }: { id: string; resolution: string }) {
  const t = useTranslations("instructor.shelves.preview");
  const [debate, setDebate] = useState<Read>("not yet");
  const read = async () => {
    if (debate !== "not yet" && debate !== "failed") return;
    setDebate("reading");
    const reply = await ask<StoredDebate>("GET", `/api/debates/${id}`);
    setDebate(reply.ok ? reply.value.debate : "failed");
  };
  return (
    <details className="group" onToggle={({ currentTarget }) => currentTarget.open && void read()}>
      <summary
        aria-label={t("label", { resolution })}
        className="inline-flex min-h-touch list-none items-center gap-1.5 text-sm font-semibold underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden"
      >
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {t("open")}
      </summary>
      {debate === "reading" && <p role="status">{t("reading")}</p>}
      {debate === "failed" && <Notice kind="warning">{t("failed")}</Notice>}
      {typeof debate === "object" && (
        <ContentIn lang={debate.lang}>
          <div className="grid gap-x-8 gap-y-4 pt-1 pb-3 sm:grid-cols-2">
            {debate.positions.map(({ side, paragraphs }) => (
              <section key={side} className="grid content-start gap-1">
                <h5 className="flex items-center gap-1.5 text-sm font-semibold">
                  <ChoiceMark choice={side} />
                  {t(side)}
                </h5>
                <Written as="p" className="font-serif text-pretty whitespace-pre-line wrap-anywhere">
                  {paragraphs[0]?.text ?? ""}
                </Written>
              </section>
            ))}
          </div>
        </ContentIn>
      )}
    </details>
  );
}
