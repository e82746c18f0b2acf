import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { MOST_SECTIONS } from "#debate/counting/sections.ts";
import type { SectionChoice } from "#debate/protocol/pages.ts";

type SectionPickerProps = { choices: readonly SectionChoice[]; picked: readonly string[] };

/** Which sessions of one resolution to compare. A plain form, so that the picks are in the address and need no script. */
export function SectionPicker({ choices, picked }: SectionPickerProps) {
  const t = useTranslations("compare.pick");
  const format = useFormatter();
  return (
    <form action="/compare" className="grid gap-4">
      <fieldset>
        <legend className="text-sm text-ink-soft">{t("limit", { most: MOST_SECTIONS })}</legend>
        <ul className="mt-2 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
          {choices.map(({ code, name, createdAt }) => (
            <li key={code} className="border-t border-line">
              <label className="flex min-h-touch cursor-pointer items-center gap-3 py-2">
                <input
                  type="checkbox"
                  name="codes"
                  value={code}
                  defaultChecked={picked.includes(code)}
                  className="size-5 shrink-0 accent-ink"
                />
                <span className="min-w-0">
                  {name !== "" && (
                    <Written as="bdi" className="line-clamp-2 font-semibold">
                      {name}
                    </Written>
                  )}
                  <span className="block text-sm text-ink-soft">
                    <CodeDisplay code={code} />
                    {" · "}
                    {format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" })}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Button type="submit" variant="primary" worksWithoutScripts className="justify-self-start">
        {t("compare")}
      </Button>
    </form>
  );
}
