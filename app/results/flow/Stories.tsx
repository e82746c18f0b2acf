import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { How } from "#app/results/how/How.tsx";
import { useHow } from "#app/results/how/use-how.ts";
import { Stat } from "#app/shared/layout/Stat.tsx";
import type { Stories as Counts } from "#debate/counting/movement.ts";
import type { MovementResult } from "#debate/counting/results.ts";

const STORIES = ["stayed", "formedView", "switched", "unsettled"] as const;

/** [M7] The nine streams as four stories. */
export function Stories({ stories, movement: { n, matrix } }: { stories: Counts; movement: MovementResult }) {
  const t = useTranslations("results.stories");
  const format = useFormatter();
  const how = useHow();
  return (
    <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {STORIES.map((story) => (
        <div key={story} className="grid content-start gap-2 border-t-2 border-ink pt-2">
          <dl>
            <Stat
              value={stories[story]}
              label={<span className="font-semibold text-ink">{t(`${story}.name`)}</span>}
              note={t(`${story}.meaning`, {
                share: percentage(format, n === 0 ? 0 : stories[story] / n),
              })}
            />
          </dl>
          {matrix && <How of={t(`${story}.name`)} steps={how.story(matrix, story)} />}
        </div>
      ))}
    </div>
  );
}
