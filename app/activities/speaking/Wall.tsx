"use client";
import { useTranslations } from "next-intl";
import { SpokenTime } from "#app/activities/speaking/SpokenTime.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { Speaking } from "#debate/activities/speaking/rules.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";

/** [P12] Who speaks, between the clocks of both sides. */
export function SpeakingStrip({ snapshot: { speaking } }: { snapshot: Snapshot }) {
  const t = useTranslations("screen.speaking");
  if (!speaking) return null;
  const { now } = speaking;
  return (
    <section
      aria-label={t("title")}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-end gap-x-[2cqi] border-t-[0.2cqi] border-line-strong pt-[0.8cqi] handheld:grid-cols-[auto_auto] handheld:justify-between handheld:gap-y-3 handheld:border-t-2 handheld:pt-3"
    >
      <Clock side="for" speaking={speaking} />
      <p className="min-w-0 text-center text-wall-md leading-tight handheld:order-first handheld:col-span-2 handheld:text-start">
        {now ? (
          <>
            <span className="block text-wall-sm text-ink-soft">{t("now")}</span>
            <strong className="line-clamp-2 font-semibold handheld:line-clamp-none wrap-anywhere">
              {now.number === undefined
                ? t.rich("name", { name: inSentence(now.name ?? "") })
                : t("number", { number: now.number })}
            </strong>
          </>
        ) : (
          <span className="text-wall-sm text-ink-soft">{t("ask")}</span>
        )}
      </p>
      <Clock side="against" speaking={speaking} />
    </section>
  );
}

function Clock({ side, speaking: { spoken, now, waiting } }: { side: Side; speaking: Speaking }) {
  const t = useTranslations("screen.speaking");
  return (
    <div className={classNames("grid text-wall-sm", side === "against" && "justify-items-end")}>
      <ChoiceBadge choice={side} />
      <SpokenTime
        spoken={spoken[side]}
        since={now?.side === side ? now.since : undefined}
        className="font-serif text-wall-lg tabular-nums"
      />
      <span className="text-ink-soft">{t("waiting", { count: waiting[side] })}</span>
    </div>
  );
}
