"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { PairScript } from "#app/host/stages/PairScript.tsx";
import { PairTables } from "#app/host/stages/PairTables.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Users } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

type PairsStageProps = { settings: Settings; snapshot: Snapshot; roster: Roster };

/** [P22] Pairing the class, the script, and who sits where. */
export function PairsStage({ settings, snapshot, roster }: PairsStageProps) {
  const t = useTranslations("host.pairs");
  const { may } = useCommands();
  const { madeAt, tables = 0, alone = 0, held = [] } = snapshot.pairs ?? {};
  const isMade = madeAt !== undefined;
  // Someone who is alone has a table, too.
  const counted = isMade && (tables > 0 || alone === 0) ? t("tables", { count: tables }) : null;
  useNews("pairs", counted);
  useNews("pairs-alone", alone > 0 ? t("alone", { count: alone }) : null);
  return (
    <>
      <StageTitle lead={t(`lead.${settings.pairsBy}`)}>{t("title")}</StageTitle>
      <Card as="section" padding="roomy" className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap gap-x-5 gap-y-1 font-serif text-2xl tabular-nums">
          <span>{t("here", { connected: roster.connected, joined: phonesIn(snapshot) })}</span>
          {counted && <span>{counted}</span>}
          {alone > 0 && <span className="text-warn">{t("alone", { count: alone })}</span>}
        </p>
        {may("host:pairs") && <Steer isMade={isMade} isFew={roster.connected < 2} snapshot={snapshot} />}
        <PairScript by={settings.pairsBy} startedAt={snapshot.pairs?.startedAt} isMade={isMade} />
      </Card>
      {isMade && <PairTables seats={roster.seats} held={held} by={settings.pairsBy} />}
    </>
  );
}

type SteerProps = { isMade: boolean; isFew: boolean; snapshot: Snapshot };

function Steer({ isMade, isFew, snapshot }: SteerProps) {
  const t = useTranslations("host.pairs");
  const { steerPairs } = useCommands();
  const [isPending, run] = usePending();
  const isRunning = snapshot.pairs?.startedAt !== undefined;
  const act = (what: "make" | "start" | "stop") => () => run(() => steerPairs(what));
  if (!isMade)
    return (
      <div className="grid justify-items-start gap-2">
        <Button variant="primary" size="large" pending={isPending} disabled={isFew} onClick={act("make")}>
          <Users aria-hidden="true" className="size-5" />
          {t("make")}
        </Button>
        {isFew && <p className="text-sm text-ink-soft">{t("tooFew")}</p>}
      </div>
    );
  return (
    <div className="flex flex-wrap gap-2">
      <Button variant={isRunning ? "secondary" : "primary"} pending={isPending} onClick={act("start")}>
        {t(isRunning ? "startAgain" : "start")}
      </Button>
      {isRunning && (
        <Button pending={isPending} onClick={act("stop")}>
          {t("stop")}
        </Button>
      )}
      <MakeAgain isFew={isFew} />
    </div>
  );
}

function MakeAgain({ isFew }: { isFew: boolean }) {
  const t = useTranslations("host.pairs");
  const tShared = useTranslations("shared");
  const { steerPairs } = useCommands();
  const [isPending, run] = usePending();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("makeAgainTitle")}
      trigger={
        <Button variant="quiet" disabled={isFew}>
          {t("makeAgain")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{tShared("cancel")}</Button>} />
          <Button
            variant="primary"
            pending={isPending}
            onClick={() => run(() => steerPairs("make").then(() => setOpen(false)))}
          >
            {t("makeAgain")}
          </Button>
        </>
      }
    >
      <p>{t("makeAgainBody")}</p>
    </Dialog>
  );
}
