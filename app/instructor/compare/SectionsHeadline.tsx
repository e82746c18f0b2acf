import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { movesIn } from "#debate/counting/movement.ts";
import type { Comparison } from "#debate/counting/sections.ts";
import {
  clearByChance,
  type SectionsDetail,
  sectionsDetail,
  sectionsHeadline,
} from "#debate/counting/sections-headline.ts";
import { direction } from "#debate/counting/statistics.ts";
import type { Side } from "#debate/rules/choices.ts";

/** [V22] [V46] What the comparison says, in whole sections and people: the headline, what stands under it, and what it cannot say. */
export function SectionsHeadline({ comparison: { sections, n } }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  const { sentences } = useJoined();
  const detail = sectionsDetail(sections);
  const headline = useHeadline(detail);
  const counted = sections.length - detail.empty;
  const moved = sections.map(({ paired }) => direction(movesIn(paired.matrix)));
  const [up, down] = [
    moved.reduce((sum, each) => sum + each.up, 0),
    moved.reduce((sum, each) => sum + each.down, 0),
  ];
  return (
    <>
      <h1 className="max-w-[60rem] font-serif text-4xl font-medium tracking-tight text-balance print:text-2xl">
        {headline.title}
      </h1>
      <div className="grid max-w-prose gap-2 text-lg text-pretty print:max-w-none print:gap-0 print:text-sm print:leading-snug">
        {headline.detail !== "" && <p>{headline.detail}</p>}
        {n > 0 && <p>{t("together", { n, up, down })}</p>}
        <p className="text-base text-ink-soft print:text-xs print:leading-snug">
          {sentences(
            t("sample"),
            counted > 1 && t("byChance", { of: counted, count: clearByChance(counted) }),
          )}
        </p>
      </div>
    </>
  );
}

function useHeadline(detail: SectionsDetail): { title: string; detail: string } {
  const t = useTranslations("compare");
  const { sentences } = useJoined();
  const headline = sectionsHeadline(detail);
  const { led, clear, empty } = detail;
  const left = empty > 0 ? t("detail.empty", { count: empty }) : "";
  const withLeft = (...said: string[]) => sentences(...said, left);
  switch (headline.kind) {
    case "nobody":
      return { title: t("headline.nobody"), detail: "" };
    case "one":
      return { title: t("headline.one"), detail: left };
    case "few":
      return { title: t("headline.few"), detail: withLeft(t("detail.fewAll")) };
    case "level":
      return { title: t("headline.level", headline), detail: withLeft() };
    case "neither":
      return { title: t("headline.neither"), detail: withLeft(level(), fewMoved()) };
    case "split":
      return {
        title: t("headline.split", { ...headline, forClear: said("for"), againstClear: said("against") }),
        detail: withLeft(level(), fewMoved()),
      };
    case "ahead":
      return {
        title: t(headline.count === headline.of ? "headline.all" : "headline.ahead", {
          ...headline,
          ...clearly(headline.side),
        }),
        detail: withLeft(others(headline.side === "for" ? "against" : "for"), level(), fewMoved()),
      };
    default:
      return headline satisfies never;
  }

  function clearly(side: Side) {
    const how = clear[side] === 0 ? "none" : clear[side] === led[side] ? "every" : "some";
    return { how, clear: clear[side] };
  }
  function said(side: Side): string {
    return t("detail.clearly", clearly(side));
  }
  function others(side: Side): string {
    return led[side] > 0 ? t("detail.other", { side, count: led[side], clearly: said(side) }) : "";
  }
  function level(): string {
    return led.level > 0 ? t("detail.level", { count: led.level }) : "";
  }
  function fewMoved(): string {
    return led.few > 0 ? t("detail.few", { count: led.few }) : "";
  }
}
