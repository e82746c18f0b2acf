"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";

/** [V40] The form without names first: it is the one that gets passed on. */
const CHOICES = ["no", "yes"] as const;
type Names = (typeof CHOICES)[number];

/** The host chooses whether files have names. `children` are the downloads, with what their addresses end in. */
export function NamesChoice({ children }: { children: (query: string) => ReactNode }) {
  const t = useTranslations("downloads");
  const group = useId();
  const [names, setNames] = useState<Names>("no");
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-semibold">{t("legend")}</legend>
        {CHOICES.map((each) => (
          <label key={each} className="inline-flex min-h-touch cursor-pointer items-center gap-3">
            <input
              type="radio"
              name={group}
              checked={names === each}
              onChange={() => setNames(each)}
              className="size-5 shrink-0 accent-ink"
            />
            {t(each)}
          </label>
        ))}
      </fieldset>
      {names === "no" && <p className="max-w-prose text-sm text-ink-soft">{t("leftOut")}</p>}
      {children(`&names=${names}`)}
    </>
  );
}
