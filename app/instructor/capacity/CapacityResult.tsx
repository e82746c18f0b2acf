import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Stat } from "#app/shared/layout/Stat.tsx";
import type { Capacity } from "#debate/protocol/capacity.ts";

/** [Q5] The number, what was not measured, and what it was calculated from. */
export function CapacityResult({ capacity, at }: { capacity: Capacity; at: number }) {
  const t = useTranslations("instructor.capacity");
  const format = useFormatter();
  const { phones, orMore, limit, played, vote, reveal, joinsPerMinute } = capacity;
  const { sentences } = useJoined();
  const seconds = (milliseconds: number) => t("seconds", { seconds: milliseconds / 1_000 });
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="font-serif text-2xl text-balance sm:text-3xl">
          {t(orMore ? "orMore" : "about", { phones })}
        </h2>
        <p className="font-semibold text-pretty">{t("network")}</p>
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:gap-x-6 border-y border-line py-5">
        <Stat value={format.number(played)} label={t("played")} />
        <Stat value={format.number(joinsPerMinute)} label={t("perMinute")} />
        <Stat value={seconds(vote)} label={t("vote")} note={t("within")} />
        <Stat value={seconds(reveal)} label={t("reveal")} note={t("within")} />
      </dl>
      <div className="grid gap-2 text-sm text-ink-soft text-pretty">
        <p>{sentences(t("limit"), t(`limits.${limit}`))}</p>
        <p>{t("margin")}</p>
        <p>{t("checkedAt", { when: format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }) })}</p>
      </div>
    </div>
  );
}
