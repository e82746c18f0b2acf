"use client";
import { useTranslations } from "next-intl";
import { SpeakerName } from "#app/activities/speaking/SpeakerName.tsx";
import { usePending } from "#app/host/use-pending.ts";
import { WifiOff } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { isolated } from "#app/shared/text/isolated.ts";
import type { Speaker } from "#debate/activities/speaking/rules.ts";

type WaitingSpeakerProps = {
  speaker: Speaker;
  isOffline: boolean;
  onCall: (participantId: string) => Promise<void>;
};

/** One who asked to speak. */
export function WaitingSpeaker({ speaker, isOffline, onCall }: WaitingSpeakerProps) {
  const t = useTranslations("host.speaking");
  const [isPending, run] = usePending();
  const { participantId = "", name = "", number } = speaker;
  const who = number === undefined ? isolated(name) : t("number", { number });
  return (
    <li className="flex min-h-touch items-center justify-between gap-3 border-b border-line py-1 last:border-0">
      <span className="grid min-w-0">
        <SpeakerName speaker={speaker} />
        {isOffline && (
          <span className="flex items-center gap-1 text-xs text-ink-soft">
            <WifiOff aria-hidden="true" className="size-3.5" />
            {t("offline")}
          </span>
        )}
      </span>
      <Button
        size="small"
        aria-label={t("callNamed", { who })}
        data-same="call-speaker"
        pending={isPending}
        onClick={() => void run(() => onCall(participantId))}
      >
        {t("call")}
      </Button>
    </li>
  );
}
