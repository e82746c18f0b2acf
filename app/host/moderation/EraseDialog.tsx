"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { Seat } from "#debate/rules/snapshot.ts";

const SCOPES = ["words", "seat"] as const;

/** Deletes a student's words, or the student with everything. Unlike removing, this can't be undone. */
export function EraseDialog({ seat, onClose }: { seat: Seat | null; onClose: () => void }) {
  const t = useTranslations("host.erase");
  const { erase } = useCommands();
  const [isPending, run] = usePending();
  // Keeps the name while it fades away.
  const [shown, setShown] = useState<Seat | null>(seat);
  if (seat && seat !== shown) setShown(seat);
  const { participantId = "", name = "", realName } = shown ?? {};
  return (
    <Dialog
      open={seat !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t.rich("title", { name: inSentence(name) })}
    >
      {realName && (
        <Written as="p" className="mb-3">
          {realName}
        </Written>
      )}
      <div className="grid gap-5 pb-3">
        {SCOPES.map((scope) => (
          <div key={scope} className="grid justify-items-start gap-2">
            <p id={`erase-${scope}`}>{t(`${scope}.body`)}</p>
            <Button
              variant="danger"
              aria-describedby={`erase-${scope}`}
              pending={isPending}
              onClick={() =>
                run(async () => {
                  const what = `participants/${participantId}?scope=${scope}`;
                  if (await erase(what, t(`${scope}.done`, { name: isolated(name) }))) onClose();
                })
              }
            >
              {t(`${scope}.action`)}
            </Button>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
