import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { ChartColumn } from "#app/icons/icons.ts";
import { Elsewhere } from "#app/instructor/compare/Elsewhere.tsx";
import { SectionPicker } from "#app/instructor/compare/SectionPicker.tsx";
import { groupedBy } from "#app/instructor/grouped.ts";
import { LinkButton } from "#app/shared/controls/Button.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { guessLanguage } from "#debate/content/language.ts";
import { MOST_SECTIONS, type NotCompared } from "#debate/counting/sections.ts";
import type { ComparePage } from "#debate/protocol/pages.ts";

/** The problem with the requested sessions, if any, and the sessions that can be chosen. */
export function ChooseSections({ page: { picked, problem, choices } }: { page: ComparePage }) {
  const t = useTranslations("compare");
  const groups = [...groupedBy(choices, ({ resolution }) => resolution)].filter(
    ([, rows]) => rows.length > 1,
  );
  // With one picked, all of its resolution are: to compare them is one press away.
  // [S28] One class can be compared with those of colleagues.
  const alone = picked.length === 1 ? choices.find(({ code }) => code === picked[0]) : undefined;
  const isStart = picked.length < 2;
  return (
    <div className="grid grid-cols-1 gap-10">
      <header className="grid gap-2">
        <h1 className="font-serif text-3xl font-medium tracking-tight">{t("title")}</h1>
        <p className="max-w-prose text-ink-soft">{t("lead")}</p>
      </header>
      {problem && picked.length > 0 && (groups.length > 0 || problem.why !== "too-few") && (
        <Problem problem={problem} />
      )}
      {groups.length === 0 && !alone && (
        <EmptyState
          icon={ChartColumn}
          title={t("empty.title")}
          action={<LinkButton href="/dashboard#sessions">{t("empty.action")}</LinkButton>}
        >
          {t("empty.body")}
        </EmptyState>
      )}
      {groups.map(([resolution, rows]) => (
        <section key={resolution} className="grid gap-4">
          <ContentIn lang={guessLanguage(resolution).lang}>
            <Resolution as="h2" size="small">
              {resolution}
            </Resolution>
          </ContentIn>
          <SectionPicker
            choices={rows}
            picked={isStart ? rows.slice(-MOST_SECTIONS).map(({ code }) => code) : picked}
          />
        </section>
      ))}
      {alone && (
        <section className="grid grid-cols-1 gap-4">
          <h2 className="font-serif text-2xl">{t("elsewhere.title")}</h2>
          <p className="max-w-prose text-ink-soft text-pretty">{t("elsewhere.lead")}</p>
          <Elsewhere resolution={alone.resolution} codes={[alone.code]} />
        </section>
      )}
    </div>
  );
}

/** How many codes a notice names, and how long one that was typed may be. */
const [NAMED, LONG] = [5, 12];

function Problem({ problem: { why, codes } }: { problem: NotCompared }) {
  const t = useTranslations("compare.problem");
  const { list } = useJoined();
  const named = codes.slice(0, NAMED).map((code) => (code.length > LONG ? `${code.slice(0, LONG)}…` : code));
  const values = {
    codes: list(...named, codes.length > NAMED && "…"),
    count: codes.length,
    most: MOST_SECTIONS,
  };
  return (
    <Notice kind={why === "too-few" ? "info" : "warning"} title={t(`${why}.title`, values)}>
      {t(`${why}.body`, values)}
    </Notice>
  );
}
