"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "#app/host/commands.tsx";
import { DatesDialog } from "#app/host/dates/DatesDialog.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose, DialogText } from "#app/shared/controls/Dialog.tsx";
import { NextDate } from "#app/shared/dates/NextDate.tsx";
import { ownZone } from "#app/shared/dates/shown-zone.ts";
import { useSetDate } from "#app/shared/dates/use-set-date.ts";
import { Card } from "#app/shared/layout/Card.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { toast } from "#app/shared/notices/toast.ts";
import type { HostPage } from "#debate/protocol/pages.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

type LaterVoteProps = { page: HostPage; snapshot: Snapshot };

/** [P34] Whether the class votes once more, and when. */
export function LaterVotePart(props: LaterVoteProps) {
  return (
    <>
      <LaterVotePanel {...props} />
      <RehearseLaterVote {...props} />
    </>
  );
}

/** In a closed session. */
function LaterVotePanel({ page, snapshot }: LaterVoteProps) {
  const t = useTranslations("host.laterVote");
  const isHydrated = useHydrated();
  const { later, schedule } = snapshot;
  if (!later || later.from === undefined || later.until === undefined || !isHydrated) return null;
  const { planned, until } = later;
  const isRehearsal = page.simulated !== undefined;
  // At once, also by a clock that is slow.
  const from = isRehearsal ? 0 : later.from;
  if (!planned && Date.now() > until) return null;
  return (
    <Card as="section" aria-labelledby="later-vote" className="mb-6 grid gap-3">
      <h3 id="later-vote" className="font-serif text-xl text-balance">
        {t("title")}
      </h3>
      <p className="max-w-prose text-ink-soft text-pretty">{t("lead")}</p>
      {isRehearsal && <p className="text-pretty">{t("rehearsed")}</p>}
      {planned && !isRehearsal && <Window from={from} until={until} />}
      {planned && <NextDate schedule={schedule} className="font-semibold" />}
      <div className="flex flex-wrap items-center gap-2">
        {planned && <OpenLater from={from} until={until} identity={page.settings.identity} />}
        {planned && Date.now() <= until && <DatesDialog page={page} snapshot={snapshot} size="normal" />}
        {!isRehearsal && <PlanLater planned={planned} />}
      </div>
      {!isRehearsal && <p className="text-sm text-ink-soft text-pretty">{t("seats")}</p>}
    </Card>
  );
}

/** [P34] Before a rehearsal is closed: a later vote keeps it, and can open at once. */
function RehearseLaterVote({ page, snapshot }: LaterVoteProps) {
  const t = useTranslations("host.laterVote");
  if (page.simulated === undefined || snapshot.phase !== "results") return null;
  const planned = snapshot.later?.planned ?? false;
  return (
    <Card as="section" aria-labelledby="later-vote" className="mb-6 grid gap-3">
      <h3 id="later-vote" className="font-serif text-xl text-balance">
        {t("title")}
      </h3>
      <p className="max-w-prose text-ink-soft text-pretty">{t(planned ? "rehearsePlanned" : "rehearse")}</p>
      <div>
        <PlanLater planned={planned} />
      </div>
    </Card>
  );
}

function PlanLater({ planned }: { planned: boolean }) {
  const t = useTranslations("host.laterVote");
  const { send } = useCommands();
  const [isPending, run] = usePending();
  const plan = async (next: boolean) => {
    if (await send("host:later-vote", { planned: next })) toast.success(t(next ? "planned" : "dropped"));
  };
  return (
    <Button
      variant={planned ? "quiet" : "primary"}
      pending={isPending}
      onClick={() => run(() => plan(!planned))}
    >
      {t(planned ? "drop" : "plan")}
    </Button>
  );
}

function Window({ from, until }: { from: number; until: number }) {
  const t = useTranslations("host.laterVote");
  const { when } = useSetDate();
  const zone = ownZone();
  const times = { from: when(from, zone), until: when(until, zone) };
  return <p className="text-pretty">{t(Date.now() > until ? "over" : "from", times)}</p>;
}

type OpenLaterProps = { from: number; until: number } & Pick<HostPage["settings"], "identity">;

function OpenLater({ from, until, identity }: OpenLaterProps) {
  const t = useTranslations("host.laterVote");
  const shared = useTranslations("shared");
  const { move } = useCommands();
  const { sentences } = useJoined();
  const [isAsked, setAsked] = useState(false);
  const [isPending, run] = usePending();
  const now = Date.now();
  return (
    <Dialog
      open={isAsked}
      onOpenChange={setAsked}
      title={t("openTitle")}
      trigger={
        <Button variant="primary" disabled={now < from || now > until}>
          {t("open")}
        </Button>
      }
      actions={
        <>
          <DialogClose render={<Button>{shared("cancel")}</Button>} />
          <Button
            variant="primary"
            pending={isPending}
            onClick={() => run(() => move("later").then(() => setAsked(false)))}
          >
            {t("open")}
          </Button>
        </>
      }
    >
      <DialogText>{sentences(t("openBody"), identity === "anonymous" && t("openAnonymous"))}</DialogText>
    </Dialog>
  );
}
