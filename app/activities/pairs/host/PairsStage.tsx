"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PairScript } from "#app/activities/pairs/host/PairScript.tsx";
import { PairTables } from "#app/activities/pairs/host/PairTables.tsx";
import { usePairCommands } from "#app/activities/pairs/host/use-pair-commands.ts";
import { useScript } from "#app/activities/pairs/use-script.ts";
import { useCommands } from "#app/host/commands.tsx";
import { StageTitle } from "#app/host/stages/StageTitle.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { Users } from "#app/icons/icons.ts";
import { pastDoublePress } from "#app/live/double-press.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { pairsBy } from "#debate/activities/pairs/rules.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { PairsBy } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

type PairsStageProps = { settings: Settings; snapshot: Snapshot; roster: Roster };

/** [P22] Pairing the class, the script, and who sits where. */
export function PairsStage({ settings, snapshot, roster }: PairsStageProps) {
  const t = useTranslations("host.pairs");
  const { may } = useCommands();
  const { madeAt, tables = 0, alone = 0, held = [] } = snapshot.pairs ?? {};
  const isMade = madeAt !== undefined;
  const by = pairsBy(settings);
  // Someone who is alone has a table, too.
  const counted = isMade && (tables > 0 || alone === 0) ? t("tables", { count: tables }) : null;
  useNews("pairs", counted);
  useNews("pairs-alone", alone > 0 ? t("alone", { count: alone }) : null);
  return (
    <>
      <StageTitle lead={t(`lead.${by}`)}>{t("title")}</StageTitle>
      <Card as="section" padding="roomy" className="grid grid-cols-1 gap-4">
        <p className="flex flex-wrap gap-x-5 gap-y-1 font-serif text-2xl tabular-nums">
          <span>{t("here", { connected: roster.connected, joined: phonesIn(snapshot) })}</span>
          {counted && <span>{counted}</span>}
          {alone > 0 && <span className="text-warn">{t("alone", { count: alone })}</span>}
        </p>
        {may("host:pairs") && (
          <Steer isMade={isMade} isFew={roster.connected < 2} snapshot={snapshot} by={by} />
        )}
        <PairScript by={by} startedAt={snapshot.pairs?.startedAt} isMade={isMade} />
      </Card>
      {isMade && <PairTables seats={roster.seats} held={held} by={by} />}
    </>
  );
}

type SteerProps = { isMade: boolean; isFew: boolean; snapshot: Snapshot; by: PairsBy };
type Act = "make" | "start" | "stop";
/** The words of a question about what goes on. */
const AGAIN = { make: "makeAgain", start: "startAgain", stop: "stop" } as const satisfies Record<Act, string>;

function Steer({ isMade, isFew, snapshot, by }: SteerProps) {
  const t = useTranslations("host.pairs");
  const tShared = useTranslations("shared");
  const { controlPairs } = usePairCommands();
  const [isPending, run] = usePending();
  const [isAsking, setAsking] = useState(false);
  // Keeps its words while the question fades away.
  const [asked, setAsked] = useState<Act>("make");
  const startedAt = snapshot.pairs?.startedAt;
  const isStarted = startedAt !== undefined;
  const isRunning = useScript(2, startedAt, by).state === "running";
  // [P7] "Start" comes where "Pair the class" was, and "Start again" where "Start" was.
  const act = (what: Act) => () => run(() => controlPairs(what).then(pastDoublePress));
  const ask = (what: Act) => () => {
    setAsked(what);
    setAsking(true);
  };
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
      <Button
        variant={isStarted ? "secondary" : "primary"}
        pending={isPending}
        onClick={isRunning ? ask("start") : act("start")}
      >
        {t(isStarted ? "startAgain" : "start")}
      </Button>
      {isStarted && (
        <Button pending={isPending} onClick={isRunning ? ask("stop") : act("stop")}>
          {t("stop")}
        </Button>
      )}
      <Button variant="quiet" disabled={isFew} onClick={ask("make")}>
        {t("makeAgain")}
      </Button>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t(`${AGAIN[asked]}Title`)}
        actions={
          <>
            <DialogClose render={<Button>{tShared("cancel")}</Button>} />
            <Button
              variant="primary"
              pending={isPending}
              onClick={() =>
                run(async () => {
                  await controlPairs(asked);
                  setAsking(false);
                  await pastDoublePress();
                })
              }
            >
              {t(AGAIN[asked])}
            </Button>
          </>
        }
      >
        <DialogText>{t(`${AGAIN[asked]}Body`)}</DialogText>
      </Dialog>
    </div>
  );
}
