import { useTranslations } from "next-intl";
import { SpokenTable } from "#app/results/reveal/SpokenTable.tsx";
import { readingAt } from "#app/results/timeline/reading.ts";
import { useSpoken } from "#app/results/timeline/use-spoken.ts";
import type { Timeline } from "#debate/counting/timeline.ts";

/** The picture's numbers at the end of each phase, for those who do not see it. */
export function TimelineTable({ timeline }: { timeline: Timeline }) {
  const t = useTranslations("timeline");
  const phases = useTranslations("phases");
  const spoken = useSpoken(timeline);
  const { turnout, endorsements, people } = timeline;
  if (timeline.phases.length === 0) return null;
  return (
    <SpokenTable
      caption={t("table.caption")}
      columns={[
        t("table.phase"),
        t("table.from"),
        ...(turnout ? [t("table.voted")] : []),
        t("table.rebuttals"),
        ...(endorsements ? [t("table.endorsements")] : []),
      ]}
      rows={timeline.phases.map(({ phase, at, to }) => {
        const { vote, ...end } = readingAt(timeline, to);
        return {
          name: phases(`${phase}.name`),
          cells: [
            spoken.time(at),
            ...(turnout
              ? [vote ? t("ofPeople", { voted: vote.voted, people: people ?? 0 }) : t("table.none")]
              : []),
            end.rebuttals,
            ...(endorsements ? [end.endorsements ?? 0] : []),
          ],
        };
      })}
    />
  );
}
