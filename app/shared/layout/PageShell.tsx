import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#app/shared/class-names.ts";
import { SkipLink } from "#app/shared/layout/SkipLink.tsx";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { LANGUAGE_NAMES, LANGUAGES } from "#debate/rules/languages.ts";

type LanguageSwitchProps = {
  /** The page to return to, by its path and query, if its Referer does not say it. */
  back?: string | undefined;
};

/** [E1] The other languages of the interface, each by its own name. A plain form, so it works before any script has run. */
function LanguageSwitch({ back }: LanguageSwitchProps) {
  const current = useLocale();
  return (
    <form method="post" action="/api/language" className="flex flex-wrap gap-x-4 print:hidden">
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      {LANGUAGES.filter((language) => language !== current).map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          className="inline-flex min-h-touch items-center soft-underline"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </form>
  );
}

type PageShellProps = {
  children: ReactNode;
  /** At the right of the header. */
  header?: ReactNode;
  /** Where the name links to; false on pages that people should not leave by mistake. */
  home?: string | false;
  /** Above everything: an offline banner. */
  banner?: ReactNode;
  /** `measure` for reading, `page` for charts and cards, `full` for control rooms. */
  width?: "measure" | "page" | "full";
  footer?: ReactNode;
  /** Where choosing a language leads, on pages whose address browsers are told to keep to themselves. */
  back?: string;
  /** False where the server can't be reached: another language is a request. */
  offersLanguages?: boolean;
};

const WIDTHS = { measure: "max-w-measure", page: "max-w-page", full: "max-w-none" } as const;
const GUTTERS = "px-gutter sm:px-6 lg:px-8";

/** The frame of a page: a link past the header, the header, the main part. */
export function PageShell({
  children,
  header,
  home = "/",
  banner,
  width = "page",
  footer,
  back,
  offersLanguages = true,
}: PageShellProps) {
  const t = useTranslations("shared");
  const inner = classNames("mx-auto w-full", WIDTHS[width], GUTTERS);
  return (
    <div className="flex min-h-dvh flex-col">
      <noscript>
        <link rel="stylesheet" href="/without-script.css" />
      </noscript>
      <SkipLink>{t("skipToContent")}</SkipLink>
      <header className="border-b border-line print:hidden">
        {banner}
        <div
          className={classNames(
            "flex min-h-14 short:min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1",
            inner,
          )}
        >
          {home === false ? (
            <Wordmark />
          ) : (
            // Else each phone that joins has this page rendered for it, twice.
            <Link href={home} prefetch={false} className="inline-flex min-h-touch items-center">
              <Wordmark />
            </Link>
          )}
          {header}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={classNames(
          "flex-1 py-6 outline-none sm:py-10 short:py-4 print:max-w-none print:p-0",
          inner,
        )}
      >
        {children}
      </main>
      <footer
        className={classNames(
          "text-sm text-ink-soft print:hidden",
          footer ? "border-t border-line py-6" : "",
        )}
      >
        <div className={inner}>
          {footer}
          {offersLanguages && <LanguageSwitch back={back} />}
        </div>
      </footer>
    </div>
  );
}
