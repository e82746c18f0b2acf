"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Conversation } from "#app/activities/pairs/phone/Conversation.tsx";
import { Said } from "#app/activities/pairs/phone/Said.tsx";
import { Table } from "#app/activities/pairs/phone/Table.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { ViewHeading } from "#app/student/ViewHeading.tsx";

/** How long a phone waits for its place before it asks for one, in milliseconds. A random delay of up to as much is added. */
const JOIN_DELAY = 3_000;

/** [P22] Where a student sits, with whom, and what to do in turn. */
export function PairsView() {
  const t = useTranslations("student.pairs");
  const { resolution, state, you } = useSeat();
  const { pair } = you;
  const isMade = state.snapshot.pairs?.madeAt !== undefined;
  return (
    <div className="mx-auto grid max-w-measure grid-cols-1 gap-6">
      <div className="grid gap-3">
        <ViewHeading of="pairs" />
        <Resolution as="h2" size="small">
          {resolution}
        </Resolution>
        <NextDate schedule={state.snapshot.schedule} className="text-sm" />
      </div>
      {pair === "away" ? (
        <Away />
      ) : pair ? (
        <>
          <Table table={pair} />
          {pair.lines && pair.partners.length > 0 && <Conversation table={pair} lines={pair.lines} />}
        </>
      ) : isMade ? (
        <LookingForPlace />
      ) : (
        <Said title={t("waitingTitle")} body={t("waitingBody")} />
      )}
    </div>
  );
}

/** [P24] Who comes late asks for a place without a press. */
function LookingForPlace() {
  const t = useTranslations("student.pairs");
  const { live, state } = useSeat();
  const [hasFailed, setFailed] = useState(false);
  const [times, setTimes] = useState(0);
  const isLive = state.connection === "live";
  useEffect(() => {
    if (!isLive) return;
    setFailed(false);
    const timer = setTimeout(
      () => void live.send("pairs:join", {}).then(({ ok }) => setFailed(!ok)),
      times > 0 ? 0 : JOIN_DELAY * (1 + Math.random()),
    );
    return () => clearTimeout(timer);
  }, [isLive, live, times]);
  return (
    <div className="grid justify-items-start gap-3">
      <p role="status" className="font-serif text-2xl">
        {t(hasFailed ? "joinFailed" : "joining")}
      </p>
      {hasFailed && <Button onClick={() => setTimes(times + 1)}>{t("again")}</Button>}
    </div>
  );
}

function Away() {
  const t = useTranslations("student.pairs");
  const { live, heldUpBy } = useSeat();
  const [isPending, setPending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const back = async () => {
    setPending(true);
    const { ok } = await live.send("pairs:join", {});
    setPending(false);
    setFailed(!ok);
  };
  return (
    <div className="grid justify-items-start gap-4">
      <Said title={t("awayTitle")} body={t("awayBody")} />
      <Button variant="primary" size="large" pending={isPending} disabled={heldUpBy !== null} onClick={back}>
        {t("back")}
      </Button>
      {hasFailed && <FieldError>{t("joinFailed")}</FieldError>}
    </div>
  );
}
