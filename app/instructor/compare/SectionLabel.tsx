import { useFormatter, useTranslations } from "next-intl";
import { CodeDisplay } from "#app/shared/CodeDisplay.tsx";
import { classNames } from "#app/shared/class-names.ts";
import type { ComparedSection } from "#debate/counting/sections.ts";

/** A section's name as a link to its results, or its code where it has none [V17]; and when it was, and how many voted twice. */
export function SectionLabel({ section, small = false }: { section: ComparedSection; small?: boolean }) {
  const t = useTranslations("compare.forest");
  const format = useFormatter();
  const { code, name, date, n } = section;
  const when = format.dateTime(new Date(date), { dateStyle: "medium" });
  return (
    <div className={classNames("min-w-0", small && "text-sm")}>
      <a
        href={`/results/${code}`}
        className="line-clamp-2 font-semibold underline decoration-line-strong underline-offset-4 hover:decoration-ink print:line-clamp-1 print:no-underline"
      >
        {name === undefined ? <CodeDisplay code={code} /> : <bdi>{name}</bdi>}
      </a>
      <p className="text-sm text-ink-soft print:text-xs">
        <span className="whitespace-nowrap">{when}</span>
        {name !== undefined && (
          <span className="whitespace-nowrap">
            {" · "}
            <CodeDisplay code={code} />
          </span>
        )}
        <span className="whitespace-nowrap">
          {" · "}
          {t("people", { count: n })}
        </span>
      </p>
    </div>
  );
}
