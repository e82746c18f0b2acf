"use client";
import { useTranslations } from "next-intl";
import { AddStudent } from "#app/host/codes/AddStudent.tsx";
import { MakeCodes } from "#app/host/codes/MakeCodes.tsx";
import { Slip } from "#app/host/codes/Slip.tsx";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Download, Printer } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { PassesPage } from "#debate/protocol/pages.ts";

/** The personal codes of a session as slips to cut apart; of all that is on the page, only they are printed. */
export function CodeSheet({ page }: { page: PassesPage }) {
  const t = useTranslations("host.codes");
  const { list } = useJoined();
  const { code, name, identity, passes, byClass } = page;
  const used = passes.filter(({ isUsed }) => isUsed).length;
  // A thousand squares are drawn here, where they are seen, and not by what makes everybody's pages.
  const isHere = useHydrated();
  return (
    <div className="grid gap-6">
      <div className="grid gap-4 print:hidden">
        <h1 className="font-serif text-3xl">{t("heading")}</h1>
        {name !== "" && (
          <Written as="p" className="-mt-3 font-semibold wrap-anywhere">
            {name}
          </Written>
        )}
        <p className="max-w-measure text-pretty">
          {t(byClass ? "leadClass" : identity === "anonymous" ? "leadAnonymous" : "lead")}
        </p>
        {identity === "anonymous" && <Notice className="max-w-measure">{t("unseen")}</Notice>}
        <div className="max-w-measure">
          {byClass ? <AddStudent code={code} /> : <MakeCodes code={code} known={passes.length} />}
        </div>
        {passes.length > 0 && (
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => window.print()}>
              <Printer aria-hidden="true" className="size-4.5" />
              {t("print")}
            </Button>
            <a href={`/api/sessions/${code}/passes?format=csv`} download className={buttonStyle("secondary")}>
              <Download aria-hidden="true" className="size-4.5" />
              {t("download")}
            </a>
            <p className="text-ink-soft tabular-nums" role="status">
              {list(
                t("made", { count: passes.length }),
                identity !== "anonymous" && t("used", { count: used }),
              )}
            </p>
          </div>
        )}
      </div>
      {passes.length === 0 && (
        <p className="text-ink-soft print:hidden">{t(byClass ? "noneClass" : "none")}</p>
      )}
      {isHere && passes.length > 0 && (
        <ul
          aria-label={t("list")}
          className="grid gap-px sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-2 print:gap-0"
        >
          {passes.map((pass) => (
            <Slip key={pass.code} pass={pass} page={page} />
          ))}
        </ul>
      )}
    </div>
  );
}
