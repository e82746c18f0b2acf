import { useTranslations } from "next-intl";
import type { HostReading } from "#app/host/host-reading.ts";
import { PickButton } from "#app/host/stages/PickButton.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { ReadingCounts } from "#debate/activities/reading/rules.ts";
import { sentenceAt } from "#debate/content/sentences.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { phonesIn } from "#debate/rules/phones.ts";
import type { OnWall } from "#debate/rules/snapshot.ts";

/** [X10] How far the class is. */
export function ReadingSoFar({ debate, snapshot }: HostReading) {
  const { reading, wall } = snapshot;
  if (!reading) return null;
  return (
    <>
      <ReadBoth both={reading.both} phones={phonesIn(snapshot)} />
      <UnclearSentences debate={debate} unclear={reading.unclear} wall={wall} />
    </>
  );
}

/** [X10] How many have read both positions. Those who were removed since count. */
function ReadBoth({ both, phones }: { both: number; phones: number }) {
  const t = useTranslations("host.reading.guided");
  const joined = Math.max(both, phones);
  return (
    <div className="mb-4">
      <p className="font-serif text-xl tabular-nums">{t("both", { both, joined })}</p>
      <span aria-hidden="true" className="mt-2 block h-1.5 overflow-hidden rounded-full bg-line/60">
        <span
          className="block h-full border-t-6 border-ink-soft"
          style={{ width: `${(100 * both) / Math.max(1, joined)}%` }}
        />
      </span>
    </div>
  );
}

type UnclearSentencesProps = Pick<ReadingCounts, "unclear"> & {
  debate: ReadDebate;
  wall: OnWall | undefined;
};

/** [X10] Which sentences the class does not understand, the most first. */
function UnclearSentences({ debate, unclear, wall }: UnclearSentencesProps) {
  const t = useTranslations("host.reading.guided");
  return (
    <Card as="section" aria-labelledby="unclear-sentences" className="mb-4 grid min-w-0 gap-2">
      <h3 id="unclear-sentences" className="font-serif text-xl">
        {t("unclear")}
      </h3>
      {unclear.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      <ol className="grid gap-3">
        {unclear.map(({ count, ...place }) => (
          <li
            key={`${place.side} ${place.n} ${place.sentence}`}
            className="grid min-w-0 items-center gap-x-4 gap-y-2 border-t border-line pt-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="grid min-w-0 gap-1">
              <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                <ChoiceBadge choice={place.side} />
                <span className="font-semibold text-ink tabular-nums">{t("count", { count })}</span>
              </p>
              <Written as="p" className="line-clamp-3 font-serif wrap-anywhere">
                {sentenceAt(debate.positions, place) ?? ""}
              </Written>
            </div>
            <PickButton what={{ paragraph: { side: place.side, n: place.n } }} wall={wall} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
