"use client";
import { useTranslations } from "next-intl";
import { useCommands } from "#app/host/commands.tsx";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { MovedPeople } from "#debate/counting/reveal.ts";
import type { OnWall, Rebuttal } from "#debate/rules/snapshot.ts";

type MovedPicksProps = {
  moved: MovedPeople;
  rebuttals: ReadonlyMap<string, Rebuttal>;
  wall: OnWall | undefined;
};

/** [V51] The rebuttals that the step names, whose words go on the projector with one press. */
export function MovedPicks({ moved, rebuttals, wall }: MovedPicksProps) {
  const t = useTranslations("host.picks");
  const { may } = useCommands();
  const named = moved.rebuttals.flatMap((id) => rebuttals.get(id) ?? []);
  const shown = named.filter(({ status }) => status === "published");
  if (!may("host:wall") || shown.length === 0) return null;
  return (
    <section aria-label={t("moved")} className="mb-4 grid grid-cols-1 gap-2">
      <h3 className="text-sm text-ink-soft">{t("moved")}</h3>
      <ul className="grid grid-cols-1 gap-2">
        {shown.map(({ id, body }) => (
          <li key={id} className="grid grid-cols-1 gap-2 rounded-card border border-line bg-surface p-3">
            <Written as="p" className="line-clamp-3 font-serif wrap-anywhere">
              {body}
            </Written>
            <PickButton what={{ rebuttalId: id }} wall={wall} words={body} />
          </li>
        ))}
      </ul>
    </section>
  );
}
