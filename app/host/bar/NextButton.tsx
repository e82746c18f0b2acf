"use client";
import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNextKey } from "#app/host/bar/use-next-key.ts";
import { useCommands } from "#app/host/commands.tsx";
import { type Doubt, type NextStep, nextStep } from "#app/host/next-step.ts";
import { usePending } from "#app/host/use-pending.ts";
import { Button } from "#app/shared/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/Dialog.tsx";
import type { Snapshot } from "#debate/protocol/snapshot.ts";
import { unreachable } from "#debate/rules/result.ts";
import type { Settings } from "#debate/rules/settings.ts";

type NextButtonProps = { snapshot: Snapshot; settings: Settings };

/** The one next step, in words. Asks once more where somebody would be left behind. */
export function NextButton({ snapshot, settings }: NextButtonProps) {
  const t = useTranslations("host.next");
  const { move } = useCommands();
  const [isPending, run] = usePending();
  // The step that the question is about: if the class moves meanwhile, the question is void.
  const [asked, setAsked] = useState<NextStep["to"] | null>(null);
  const step = nextStep(snapshot, settings);
  const go = () => run(() => (step ? move(step.to) : Promise.resolve()).then(() => setAsked(null)));
  const press = () => {
    if (!step || isPending) return;
    if (step.doubt) setAsked(step.to);
    else void go();
  };
  useNextKey(press);
  if (!step)
    return <p className="flex min-h-14 items-center px-2 font-semibold text-ink-soft">{t("closed")}</p>;
  return (
    <>
      <Button
        variant="primary"
        pending={isPending}
        onClick={press}
        aria-keyshortcuts="n ArrowRight"
        title={t("key")}
        className="min-h-14! flex-1 px-5 sm:flex-none"
      >
        {t(step.words)}
        <ArrowRight aria-hidden="true" className="size-5 shrink-0" />
      </Button>
      <Dialog
        open={asked === step.to}
        onOpenChange={(open) => !open && setAsked(null)}
        title={<DoubtTitle doubt={step.doubt} fallback={t(step.words)} />}
        actions={
          <>
            <DialogClose render={<Button>{t("wait")}</Button>} />
            <Button variant="primary" pending={isPending} onClick={go} autoFocus>
              {t(step.words)}
            </Button>
          </>
        }
      >
        <DoubtBody doubt={step.doubt} />
      </Dialog>
    </>
  );
}

function DoubtTitle({ doubt, fallback }: { doubt: Doubt | null; fallback: string }) {
  const t = useTranslations("host.next");
  // Everybody may have voted while the question was open.
  if (!doubt) return fallback;
  switch (doubt.kind) {
    case "missing":
      return t("missingTitle", { count: doubt.count });
    case "nobody":
      return t("nobodyTitle");
    case "final":
      return t("finalTitle");
    case "close":
      return t("closeTitle");
    default:
      return unreachable(doubt);
  }
}

function DoubtBody({ doubt }: { doubt: Doubt | null }) {
  const t = useTranslations("host");
  if (!doubt) return <p>{t("vote.everybody")}</p>;
  if (doubt.kind === "final") return <p>{t("next.finalBody", { count: doubt.count })}</p>;
  return <p>{t(`next.${doubt.kind}Body`)}</p>;
}
