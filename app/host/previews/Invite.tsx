"use client";
import { useTranslations } from "next-intl";
import { CodesLink } from "#app/host/codes/CodesLink.tsx";
import { useCopy } from "#app/host/use-copy.ts";
import { Copy, QrCode as QrIcon } from "#app/icons/icons.ts";
import { faces } from "#app/screen/later-faces.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { Address, SpokenAddress } from "#app/shared/links/SpokenAddress.tsx";
import { Later } from "#app/shared/loading/later.tsx";
import { PartLoading } from "#app/shared/loading/PartLoading.tsx";
import type { HostPage } from "#debate/protocol/pages.ts";

/** Below the small phone, or beside it where there is room, so that no words are broken over lines. */
const BUTTON_STYLE = "flex-auto px-2! text-sm! whitespace-nowrap short:whitespace-normal";

/** The way in, to send and to show; two cells of the grid that it stands in. */
export function Invite({ page }: { page: HostPage }) {
  const { role, address, paths, code, settings } = page;
  const t = useTranslations("host.share");
  const link = `${address}${paths.join}`;
  const copy = useCopy();

  return (
    <>
      <div className="grid min-w-0 content-start gap-2">
        <h3 className="text-sm font-semibold">{t("title")}</h3>
        <p className="text-sm leading-tight wrap-anywhere text-ink-soft select-all">
          <Address address={link} />
        </p>
      </div>
      <div className="col-span-full flex flex-wrap gap-2 @min-[20rem]:col-span-1 @min-[20rem]:col-start-2 @min-[20rem]:grid @min-[20rem]:content-end">
        <Button onClick={() => copy(link, t("copied"))} className={BUTTON_STYLE}>
          <Copy aria-hidden="true" className="size-4.5 shrink-0" />
          {t("copyLink")}
        </Button>
        <Dialog
          size="wide"
          title={t("qrTitle")}
          trigger={
            <Button className={BUTTON_STYLE}>
              <QrIcon aria-hidden="true" className="size-4.5 shrink-0" />
              {t("qr")}
            </Button>
          }
        >
          <div className="grid justify-items-center gap-3 pb-2 text-center">
            <Later
              of={faces}
              fallback={
                <div className="grid aspect-square w-[min(100%,62dvh)] place-content-center rounded-control bg-sunken p-4 text-left">
                  <PartLoading of={faces} />
                </div>
              }
            >
              {({ QrCode }) => <QrCode address={link} className="w-[min(100%,62dvh)]" />}
            </Later>
            <CodeDisplay code={code} size="large" />
            <p className="text-xl font-semibold wrap-anywhere">
              <SpokenAddress address={address} />
            </p>
          </div>
        </Dialog>
        {role === "host" && (settings.entry === "personal" || page.byClass) && (
          <CodesLink code={code} className={BUTTON_STYLE} />
        )}
      </div>
    </>
  );
}
