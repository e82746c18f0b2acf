import { useFormatter, useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { distanceOf, distancesOf, includesZero, spanOf, wayOf } from "#app/results/directions.ts";
import { How } from "#app/results/how/How.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { OUTLOOKS, type OutlookChange } from "#debate/activities/outlook/rules.ts";
import type { Results } from "#debate/counting/results.ts";
import type { ResultsPage } from "#debate/protocol/pages.ts";

const LEVELS = [1, 2, 3, 4, 5];
// Borders are printed, backgrounds are not.
const RING = "size-4 rounded-full border-3 border-ink bg-paper";
const DOT = "size-4 rounded-full border-8 border-ink";
/** Where a level of 1 to 5 is on the scale, in percent. */
const place = (level: number) => `${25 * (level - 1)}%`;

/** [M13] How understanding and respect changed, of all who answered both times. */
export function OutlookSection({ results: { outlook } }: { results: Pick<Results, "outlook"> }) {
  const t = useTranslations("results.outlook");
  const statements = useTranslations("shared.outlook");
  return (
    <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2 print:grid-cols-2">
      {OUTLOOKS.map((about) => {
        const change = outlook?.[about];
        return (
          <div
            key={about}
            data-whole
            className="row-span-2 grid grid-rows-subgrid gap-2 border-t-2 border-ink pt-3"
          >
            <dt className="font-serif text-lg text-balance">{statements(about)}</dt>
            <dd className="grid gap-2 text-ink-soft">
              {change ? <Change change={change} of={statements(about)} /> : t("few")}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** On paper it is the same. */
export function OutlookOnPaper({ page }: { page: ResultsPage }) {
  return <OutlookSection results={page.results} />;
}

function Change({ change: { n, before, after, interval }, of }: { change: OutlookChange; of: string }) {
  const t = useTranslations("results.outlook");
  const how = useTranslations("results.how");
  const format = useFormatter();
  const { sentences } = useJoined();
  const level = (mean: number) => format.number(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const exact = (distance: number) => format.number(distance, { maximumFractionDigits: 2 });
  const moved = after - before;
  const ends = distancesOf(interval, 2);
  const direction = includesZero(interval) ? "unclear" : moved > 0 ? "up" : "down";
  return (
    <>
      <Scale before={before} after={after} />
      <p>{sentences(t(direction), t("averages", { n, before: level(before), after: level(after) }))}</p>
      <How
        of={of}
        steps={[
          how("outlook", {
            ...{ n, size: distanceOf(moved * n, 0), change: exact(Math.abs(moved)) },
            ...{ way: wayOf(moved * n, 0), zero: `${includesZero(interval)}` },
          }),
          how("outlookLine", { ends: spanOf(interval, 2), low: exact(ends.low), high: exact(ends.high) }),
        ]}
      />
    </>
  );
}

/** A ring where the class was, a dot where it is. The words beside it say the same. */
function Scale({ before, after }: { before: number; after: number }) {
  const t = useTranslations("results.outlook");
  return (
    <div aria-hidden="true" className="mx-3 mt-6 text-xs text-ink-soft">
      <div className="relative h-4">
        <span className="absolute inset-x-0 top-1/2 border-t border-line-strong" />
        {LEVELS.map((each) => (
          <span
            key={each}
            className="absolute top-1/2 h-2 -translate-y-1/2 border-l border-line-strong"
            style={{ left: place(each) }}
          />
        ))}
        <span
          className="absolute top-1/2 -translate-y-1/2 border-t-4 border-ink"
          style={{
            left: place(Math.min(before, after)),
            width: `${25 * Math.abs(after - before)}%`,
          }}
        />
        <span
          className={classNames(RING, "absolute top-1/2 -translate-1/2")}
          style={{ left: place(before) }}
        />
        <span className={classNames(DOT, "absolute top-1/2 -translate-1/2")} style={{ left: place(after) }} />
      </div>
      <div className="relative mt-1 mb-2 h-4 tabular-nums">
        {LEVELS.map((each) => (
          <span key={each} className="absolute -translate-x-1/2" style={{ left: place(each) }}>
            {each}
          </span>
        ))}
      </div>
      <div className="-mx-3 flex gap-4">
        <span className="flex items-center gap-1.5">
          <span className={RING} /> {t("before")}
        </span>
        <span className="flex items-center gap-1.5">
          <span className={DOT} /> {t("after")}
        </span>
      </div>
    </div>
  );
}
