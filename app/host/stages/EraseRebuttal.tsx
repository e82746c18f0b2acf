"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { useNamed } from "#app/host/use-named.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Trash2 } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** Deletes a rebuttal permanently, after a confirmation. */
export function EraseRebuttal({ rebuttal }: { rebuttal: Rebuttal }) {
  const t = useTranslations("host.erase.rebuttal");
  const shared = useTranslations("shared");
  const { id, body } = rebuttal;
  const named = useNamed(rebuttal);
  const { erase, may } = useCommands();
  const [isOpen, setOpen] = useState(false);
  const [isPending, run] = usePending();
  if (!may("erase")) return null;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        className="ml-auto px-3!"
        {...named(t("action"), "erase")}
        title={t("action")}
        onClick={() => setOpen(true)}
      >
        <Trash2 aria-hidden="true" className="size-4.5" />
      </Button>
      {isOpen && (
        <Dialog
          open
          onOpenChange={setOpen}
          title={t("title")}
          description={t("body")}
          actions={
            <>
              <DialogClose render={<Button>{shared("cancel")}</Button>} />
              <Button
                variant="danger"
                pending={isPending}
                onClick={() => run(() => erase(`rebuttals/${id}`, t("done")))}
              >
                {t("confirm")}
              </Button>
            </>
          }
        >
          <Written as="p" className="font-serif wrap-anywhere">
            {body}
          </Written>
        </Dialog>
      )}
    </>
  );
}
