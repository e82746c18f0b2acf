import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ComparedSection, SectionElsewhere } from "#debate/counting/sections.ts";

/** A section's name as a link to its results, or its code where it has none [V17]; `whole`: also when it was, and its code. */
export function SectionLabel({ section, whole = false }: { section: ComparedSection; whole?: boolean }) {
  const t = useTranslations("compare.forest");
  const format = useFormatter();
  const { code, name, date, n } = section;
  return (
    <div className={classNames("min-w-0", whole && "print:flex print:items-baseline print:gap-1.5")}>
      <a
        href={`/results/${code}`}
        className={classNames(
          name === undefined ? "print:shrink-0" : "print:min-w-0",
          "-my-2.5 block py-2.5 font-semibold soft-underline print:my-0 print:py-0 print:text-[0.75rem] print:leading-tight print:no-underline",
        )}
      >
        {/* Within the link, since text that is cut off would show in its padding. */}
        <span className="line-clamp-2 print:line-clamp-1 print:break-all">
          {name === undefined ? <CodeDisplay code={code} /> : <Written as="bdi">{name}</Written>}
        </span>
      </a>
      <p className="text-sm text-ink-soft print:shrink-0 print:text-[0.6875rem] print:leading-tight">
        {whole && (
          <>
            <span className="whitespace-nowrap">
              {t.rich("opened", {
                date: format.dateTime(new Date(date), { dateStyle: "medium" }),
                // On paper there is room for its name, or for this.
                word: (word) => <span className="print:hidden">{word}</span>,
              })}{" "}
              ·
            </span>{" "}
            {name !== undefined && (
              <span className="whitespace-nowrap print:hidden">
                <CodeDisplay code={code} /> ·
              </span>
            )}{" "}
          </>
        )}
        <span className={whole ? "whitespace-nowrap" : undefined}>{t("people", { count: n })}</span>
      </p>
    </div>
  );
}

/** Also of a class on another server: when it was, and which server says so. */
export function SectionOrElsewhere({ section }: { section: ComparedSection | SectionElsewhere }) {
  const t = useTranslations("compare.forest");
  const format = useFormatter();
  if ("code" in section) return <SectionLabel section={section} whole />;
  const { server, key, date, n } = section;
  return (
    <div className="min-w-0">
      <p className="font-semibold wrap-anywhere">
        {server === key ? t("elsewhere", { key: key.slice(0, 6) }) : server.replace(/^https?:\/\//u, "")}
      </p>
      <p className="text-sm text-ink-soft">
        {format.dateTime(new Date(date), { dateStyle: "medium", timeZone: "UTC" })} ·{" "}
        <span className="whitespace-nowrap">{t("people", { count: n })}</span>
      </p>
    </div>
  );
}
