"use client";
import { useTranslations } from "next-intl";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { differences } from "#app/instructor/editor/versions/compare.ts";
import { MarkedText } from "#app/instructor/editor/versions/MarkedText.tsx";
import { useDifferenceLabel } from "#app/instructor/editor/versions/use-difference-label.ts";
import type { Debate } from "#debate/content/debate.ts";

/** What differs between a version and the current one, part by part. */
export function VersionChanges({ current, before }: { current: Debate; before: Debate }) {
  const t = useTranslations("instructor.exchange.history");
  const [now, then] = [formOf(current, true), formOf(before, true)];
  const found = differences(then, now, then);
  const [first, second] = current.positions;
  const label = useDifferenceLabel([first.expert.name, second.expert.name]);
  if (found.length === 0) return <p className="text-ink-soft">{t("elsewhere")}</p>;
  return (
    <div className="grid gap-6">
      {found.map((difference) => (
        <section key={difference.id} className="grid gap-2">
          <h3 className="font-semibold wrap-anywhere">{label.shown(difference)}</h3>
          <div className="grid gap-2 sm:grid-cols-2">
            <Side name={t("then")} text={difference.theirs} other={difference.mine} />
            <Side name={t("now")} text={difference.mine} other={difference.theirs} />
          </div>
        </section>
      ))}
    </div>
  );
}

function Side({ name, text, other }: { name: string; text: string; other: string }) {
  return (
    <div className="grid content-start gap-1.5 rounded-control border border-line-strong bg-surface p-3">
      <p className="text-sm font-semibold">{name}</p>
      <MarkedText text={text} other={other} />
    </div>
  );
}
