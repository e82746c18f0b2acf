"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { SpeakerName } from "#app/activities/speaking/SpeakerName.tsx";
import { SpokenTime } from "#app/activities/speaking/SpokenTime.tsx";
import { WaitingSpeaker } from "#app/activities/speaking/WaitingSpeaker.tsx";
import { useCommands } from "#app/host/commands.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { pastDoublePress } from "#app/live/double-press.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Speaking } from "#debate/activities/speaking/rules.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import type { Roster, Snapshot } from "#debate/rules/snapshot.ts";

/** Above the rebuttals. */
export function SpeakingPart({ snapshot: { speaking }, roster }: { snapshot: Snapshot; roster: Roster }) {
  return speaking && <SpeakingPanel speaking={speaking} roster={roster} />;
}

type SpeakingPanelProps = { speaking: Speaking; roster: Roster };

/** [P12] Who speaks, who asked to, and how long each side has spoken. */
const SpeakingPanel = memo(function SpeakingPanel({ speaking, roster }: SpeakingPanelProps) {
  const t = useTranslations("host.speaking");
  const { send } = useCommands();
  const [isPending, run] = usePending();
  // [P7] Who waits next comes where the one was who was called.
  const call = async (participantId: string | null) => {
    if (!isPending) await run(() => send("host:speaker", { participantId }).then(pastDoublePress));
  };
  const { now, waiting } = speaking;
  const count = waiting.for + waiting.against;
  useNews("speaking", count > 0 ? t("waiting", { count }) : null);
  return (
    <Card as="section" aria-labelledby="speaking" className="mb-4 grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="speaking" className="font-serif text-xl">
          {t("title")}
        </h2>
        {now && (
          <Button size="small" data-same="end-speech" pending={isPending} onClick={() => void call(null)}>
            {t("end")}
          </Button>
        )}
      </div>
      <p role="status" className="flex min-h-8 flex-wrap items-baseline gap-x-3">
        {now ? (
          <>
            <span className="text-ink-soft">{t("now")}</span>
            <SpeakerName speaker={now} className="text-lg font-semibold" />
            <ChoiceBadge choice={now.side} />
          </>
        ) : (
          <span className="text-ink-soft">{t(count > 0 ? "callNext" : "nobody")}</span>
        )}
      </p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {SIDES.map((side) => (
          <SideQueue key={side} side={side} speaking={speaking} roster={roster} onCall={call} />
        ))}
      </div>
    </Card>
  );
});

type SideQueueProps = SpeakingPanelProps & { side: Side; onCall: (participantId: string) => Promise<void> };

function SideQueue({ side, speaking, roster, onCall }: SideQueueProps) {
  const t = useTranslations("host.speaking");
  const { spoken, now, speakers = [] } = speaking;
  const queue = speakers.filter((speaker) => speaker.side === side);
  const here = new Map(roster.seats.map(({ participantId, connected }) => [participantId, connected]));
  return (
    <section className="grid min-w-0 content-start gap-2 border-t-2 border-ink pt-2">
      <h3 className="flex items-baseline justify-between gap-3">
        <ChoiceBadge choice={side} className="text-lg" />
        <SpokenTime
          spoken={spoken[side]}
          since={now?.side === side ? now.since : undefined}
          className="font-serif text-2xl tabular-nums"
        />
      </h3>
      {queue.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("empty")}</p>
      ) : (
        <ol className="grid">
          {queue.map((speaker) => (
            <WaitingSpeaker
              key={speaker.participantId}
              speaker={speaker}
              isOffline={here.get(speaker.participantId ?? "") === false}
              onCall={onCall}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
