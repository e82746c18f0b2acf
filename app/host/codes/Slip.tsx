import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import { spokenAddress } from "#app/shared/links/spoken-address.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { PassesPage, PassRow } from "#debate/protocol/pages.ts";
import { passFragment, spacedPass } from "#debate/rules/passes.ts";

type SlipProps = { pass: PassRow; page: PassesPage };

/** One student's slip: how to join, and a personal code. Always black on white, since it is printed. */
export function Slip({
  pass: { code: pass, isUsed, name, number },
  page: { code, address, joinPath },
}: SlipProps) {
  const t = useTranslations("host.codes");
  return (
    // One that is used is of no use to anybody else, and is not printed.
    <li
      data-theme="light"
      className={classNames(
        "flex break-inside-avoid items-center gap-3 border border-dashed border-line-strong p-3 text-ink",
        isUsed ? "bg-sunken print:hidden" : "bg-surface",
      )}
    >
      <QrCode address={`${address}${joinPath}${passFragment(pass)}`} className="w-24 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1 text-sm leading-tight">
        {name && (
          <p className="wrap-anywhere">
            <Written className="text-base font-semibold">{name}</Written>
            {number && <bdi className="ms-2 text-ink-soft">{number}</bdi>}
          </p>
        )}
        <p className="wrap-anywhere">{spokenAddress(address)}</p>
        <p>
          {t("slip.session")} <CodeDisplay code={code} />
        </p>
        <p>
          {t("slip.code")}
          <span className="block text-xl font-semibold tracking-wider whitespace-nowrap">
            {spacedPass(pass)}
          </span>
        </p>
        <p className="text-xs text-ink-soft">{isUsed ? t("isUsed") : t("slip.keep")}</p>
      </div>
    </li>
  );
}
