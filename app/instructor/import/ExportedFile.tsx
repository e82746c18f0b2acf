"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { importExported } from "#app/instructor/import/file.ts";
import { SameTitle, useDebates } from "#app/instructor/import/SameTitle.tsx";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { DebateDraft } from "#debate/content/debate.ts";

type ExportedFileProps = {
  /** The instructor who imports. */
  by: string;
  text: string;
  drafts: readonly DebateDraft[];
  /** [D11] The id to send it under: after a lost answer the same. */
  send: () => string;
  /** Nothing of it is left to keep on this device. */
  onImported: () => void;
};

/** [D31] The debates of an exported file, which are whole: there is nothing to correct, so they are imported as they are. */
export function ExportedFile({ by, text, drafts, send, onImported }: ExportedFileProps) {
  const t = useTranslations("instructor.exchange.import");
  const router = useRouter();
  const why = useWhy();
  const debates = useDebates();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const importAll = async () => {
    setPending(true);
    setProblem(null);
    const reply = await importExported(text, send(), by);
    setPending(false);
    if (!reply.ok) return setProblem(why(reply.code));
    onImported();
    router.push(drafts.length === 1 ? `/debates/${reply.value.debate.id}` : "/dashboard");
    router.refresh();
  };
  return (
    <section aria-labelledby="understood" className="grid content-start gap-5">
      <div>
        <h2 id="understood" tabIndex={-1} className="font-serif text-2xl">
          {t("title", { count: drafts.length })}
        </h2>
        <p className="mt-1 text-ink-soft text-pretty">{t("body")}</p>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {drafts.map(({ resolution, positions, series }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file never changes
          <li key={index} className="grid gap-1 py-3">
            {series && (
              <Written as="p" className="text-sm text-ink-soft wrap-anywhere">
                {series}
              </Written>
            )}
            <Written as="p" className="font-serif text-lg wrap-anywhere">
              {resolution}
            </Written>
            <p className="text-sm text-ink-soft wrap-anywhere">
              {positions.map(({ expert }) => expert.name).join(" · ")}
            </p>
            <SameTitle title={resolution} debates={debates} />
          </li>
        ))}
      </ul>
      <Button variant="primary" className="justify-self-start" pending={pending} onClick={importAll}>
        {t("import", { count: drafts.length })}
      </Button>
    </section>
  );
}
