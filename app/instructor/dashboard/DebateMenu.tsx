"use client";
import { Menu } from "@base-ui/react/menu";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Archive, ArchiveRestore, Copy, Ellipsis, Trash2 } from "#app/icons/icons.ts";
import { DeleteDebate } from "#app/instructor/dashboard/DeleteDebate.tsx";
import { useShelving } from "#app/instructor/dashboard/use-shelving.ts";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { type DebateAccess, mayWith } from "#debate/rules/debate-rights.ts";

const ITEM =
  "flex min-h-touch w-full cursor-pointer items-center gap-3 rounded-control px-3 text-start font-semibold outline-none data-highlighted:bg-sunken";

type DebateMenuProps = {
  id: string;
  resolution: string;
  access: DebateAccess;
  isArchived: boolean;
  /** On the debate's own page, which a deletion leaves. */
  onItsPage?: boolean;
};

/** A menu with the rarer actions on a debate. */
export function DebateMenu({ id, resolution, access, isArchived, onItsPage = false }: DebateMenuProps) {
  const t = useTranslations("instructor.shelves.menu");
  const { copy, archive } = useShelving(id);
  // Null until it was first asked for: a page has fifty of them.
  const [deleting, setDeleting] = useState<boolean | null>(null);
  // Inside its landmark, like the button.
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place}>
      <Menu.Root>
        <Menu.Trigger
          data-same="menu"
          aria-label={t("label", { resolution })}
          className={buttonStyle("quiet", "normal", "touch px-3!")}
        >
          <Ellipsis aria-hidden="true" className="size-5" />
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner align="end" sideOffset={4} className="z-30 outline-none">
            <Menu.Popup className="max-w-[calc(100vw-2rem)] min-w-[min(13rem,100vw-2rem)] rounded-card border border-line bg-surface p-1.5 text-ink shadow-float outline-none">
              <Menu.Item className={ITEM} onClick={copy}>
                <Copy aria-hidden="true" className="size-5" />
                {t("copy")}
              </Menu.Item>
              {mayWith(access, "archive") && (
                <Menu.Item className={ITEM} onClick={() => archive(!isArchived)}>
                  {isArchived ? (
                    <ArchiveRestore aria-hidden="true" className="size-5" />
                  ) : (
                    <Archive aria-hidden="true" className="size-5" />
                  )}
                  {t(isArchived ? "restore" : "archive")}
                </Menu.Item>
              )}
              {mayWith(access, "remove") && (
                <Menu.Item className={`${ITEM} text-danger`} onClick={() => setDeleting(true)}>
                  <Trash2 aria-hidden="true" className="size-5" />
                  {t("delete")}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {deleting !== null && (
        <DeleteDebate
          id={id}
          resolution={resolution}
          onItsPage={onItsPage}
          open={deleting}
          onOpenChange={setDeleting}
        />
      )}
    </div>
  );
}
