"use client";
import { Menu } from "@base-ui/react/menu";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Download } from "#app/icons/icons.ts";
import { classNames } from "#app/shared/class-names.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";

const ITEM =
  "grid min-h-touch content-center gap-0.5 rounded-control px-3 py-2 outline-none data-highlighted:bg-sunken";

type ExportMenuProps = {
  id: string;
  hasSeries: boolean;
  /** How many debates a file holds, where the series has more. */
  most?: number;
};

/** [D29] [D30] [D32] The debate as a file. */
export function ExportMenu({ id, hasSeries, most }: ExportMenuProps) {
  const t = useTranslations("instructor.exchange.export");
  // Inside its landmark, like the button.
  const place = useRef<HTMLDivElement>(null);
  const files = [
    { name: "json", query: "format=json" },
    { name: "markdown", query: "format=markdown" },
    ...(hasSeries && most === undefined ? [{ name: "series", query: "of=series" } as const] : []),
  ] as const;
  return (
    <div ref={place}>
      <Menu.Root>
        <Menu.Trigger className={buttonStyle("quiet", "normal", "px-3!")}>
          <Download aria-hidden="true" className="size-5" />
          {t("open")}
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner align="end" sideOffset={4} className="z-30 outline-none">
            <Menu.Popup className="w-[min(20rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-1.5 text-ink shadow-float outline-none">
              {files.map(({ name, query }) => (
                <Menu.LinkItem
                  key={name}
                  className={ITEM}
                  render={<a href={`/api/debates/${id}/export?${query}`} download />}
                  closeOnClick
                >
                  <span className="font-semibold">{t(`${name}.name`)}</span>
                  <span className="text-sm text-ink-soft text-pretty">{t(`${name}.hint`)}</span>
                </Menu.LinkItem>
              ))}
              {most !== undefined && (
                <Menu.Item disabled className={classNames(ITEM, "text-ink-soft")}>
                  <span className="font-semibold">{t("series.name")}</span>
                  <span className="text-sm text-pretty">{t("series.tooMany", { most })}</span>
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
