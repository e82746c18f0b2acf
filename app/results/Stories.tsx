import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { Stat } from "#app/shared/Stat.tsx";
import type { Stories as Counts } from "#debate/counting/movement.ts";

const STORIES = ["stayed", "formedView", "switched", "unsettled"] as const;

/** The nine streams as four stories. */
export function Stories({ stories, n }: { stories: Counts; n: number }) {
  const t = useTranslations("results.stories");
  const format = useFormatter();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 lg:grid-cols-4">
      {STORIES.map((story) => (
        <Stat
          key={story}
          value={stories[story]}
          label={<span className="font-semibold text-ink">{t(`${story}.name`)}</span>}
          note={t(`${story}.meaning`, {
            share: percentage(format, n === 0 ? 0 : stories[story] / n),
          })}
          className="border-t-2 border-ink pt-2"
        />
      ))}
    </dl>
  );
}
