"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isUnsaved } from "#app/host/marks/marks-store.ts";
import { useMarking } from "#app/host/marks/use-marks.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Eye, EyeOff } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { toast } from "#app/shared/notices/toast.ts";

/** [Q22] All students see their marks at once, and no longer once they are taken back. `open`: students who are not marked yet. */
export function Release({ open }: { open: number }) {
  const t = useTranslations("marks.release");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { sentences } = useJoined();
  const { state, store } = useMarking();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const { released, marks } = state;
  const put = async (next: boolean) => {
    setPending(true);
    const problem = await store.put({ released: next });
    setPending(false);
    if (problem) return toast.error(t(next ? "failed" : "backFailed"), { description: refusals(problem) });
    setAsking(false);
    announce(t(next ? "done" : "backDone"));
  };
  const Icon = released ? Eye : EyeOff;
  return (
    <Card as="section" tone="sunken" className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
        <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        <span>{t(released ? "isReleased" : "isHidden")}</span>
      </p>
      {released ? (
        <Button pending={isPending} onClick={() => void put(false)}>
          {t("takeBack")}
        </Button>
      ) : (
        <Button onClick={() => setAsking(true)}>{t("release")}</Button>
      )}
      <Dialog
        title={t("question")}
        open={isAsking}
        onOpenChange={setAsking}
        actions={
          <>
            <DialogClose className={buttonStyle()}>{shared("cancel")}</DialogClose>
            <Button variant="primary" pending={isPending} onClick={() => void put(true)}>
              {t("release")}
            </Button>
          </>
        }
      >
        <p>
          {sentences(
            t("body", { count: marks.length }),
            open > 0 && t("open", { count: open }),
            isUnsaved(state) && t("unsaved"),
          )}
        </p>
      </Dialog>
    </Card>
  );
}
