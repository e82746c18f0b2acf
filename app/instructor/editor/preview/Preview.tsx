"use client";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { type DebateForm, draftOf, languageOfForm } from "#app/instructor/editor/debate-form.ts";
import { DebateOnPhone } from "#app/instructor/editor/preview/DebateOnPhone.tsx";
import { WallPreview } from "#app/instructor/editor/preview/WallPreview.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import type { Debate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import type { Side } from "#debate/rules/choices.ts";

/** [D27] How phones and the wall will show the text, a moment after it was typed. */
export function Preview({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.hand.preview");
  const locale = useLocale();
  const settled = useDeferredValue(form);
  const [side, setSide] = useState<Side>("for");
  // Whatever is missing yet is drawn as nothing.
  const debate = useMemo(() => inPlainText(draftOf(settled, locale) as Debate), [settled, locale]);
  const lang = useMemo(() => languageOfForm(settled), [settled]);
  return (
    <ContentIn lang={lang}>
      <section aria-labelledby="preview-part" className="grid min-w-0 grid-cols-1 gap-5">
        <h2 id="preview-part" className="font-serif text-xl font-semibold">
          {t("title")}
        </h2>
        <figure className="grid gap-2">
          <figcaption className="eyebrow text-ink-soft">{t("wall")}</figcaption>
          <WallPreview debate={debate} />
        </figure>
        <figure className="grid gap-2">
          <figcaption className="eyebrow text-ink-soft">{t("phone")}</figcaption>
          <DebateOnPhone debate={debate} side={side} onSide={setSide} />
        </figure>
      </section>
    </ContentIn>
  );
}
