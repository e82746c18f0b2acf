import { useTranslations } from "next-intl";
import { WifiOff } from "#app/icons/wall-icons.ts";
import type { Wall } from "#app/screen/wall.ts";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";

/** [V13] Dark, so that eyes go to the teacher; the mark says that the projector is on and nothing is broken. */
export function BlankFace({ wall: { connection } }: { wall: Wall }) {
  const t = useTranslations("screen");
  return (
    <div data-theme="dark" className="size-full bg-paper text-ink [container-type:size]">
      <div className="flex size-full items-end justify-between p-[3cqi] text-wall-sm text-ink-soft">
        <p className="sr-only" role="status">
          {t("blank")}
        </p>
        <span aria-hidden="true" className="opacity-75">
          <Wordmark className="text-wall-sm!" />
        </span>
        {connection === "reconnecting" && (
          <p role="status" className="flex items-center gap-[0.5em]">
            <WifiOff aria-hidden="true" className="size-[1em]" />
            {t("reconnecting")}
          </p>
        )}
      </div>
    </div>
  );
}
