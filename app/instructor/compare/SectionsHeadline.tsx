import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { movesIn } from "#debate/counting/movement.ts";
import type { Comparison } from "#debate/counting/sections.ts";
import { type SectionsDetail, sectionsDetail, sectionsHeadline } from "#debate/counting/sections-headline.ts";
import { direction } from "#debate/counting/statistics.ts";

/** [V22] What the comparison says, in whole sections and people: the headline, what stands under it, and what it cannot say. */
export function SectionsHeadline({ comparison: { sections, n } }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  const headline = useHeadline(sectionsDetail(sections));
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
        <p className="text-base text-ink-soft print:text-xs print:leading-snug">{t("sample")}</p>
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
      return { title: t("headline.split", headline), detail: withLeft(level(), clearLeads(), fewMoved()) };
    case "ahead":
      return {
        title: t(headline.count === headline.of ? "headline.all" : "headline.ahead", headline),
        detail: withLeft(
          others(headline.side === "for" ? "against" : "for"),
          level(),
          clearLeads(),
          fewMoved(),
        ),
      };
    default:
      return headline satisfies never;
  }

  function others(side: "for" | "against"): string {
    return led[side] > 0 ? t("detail.other", { side, count: led[side] }) : "";
  }
  function level(): string {
    return led.level > 0 ? t("detail.level", { count: led.level }) : "";
  }
  function clearLeads(): string {
    if (clear.for + clear.against === 0) return t("detail.noneClear");
    if (led.for > 0 && led.against > 0) return t("detail.bothClear", clear);
    const side = led.for > 0 ? "for" : "against";
    return t("detail.clear", { side, count: clear[side] });
  }
  function fewMoved(): string {
    return led.few > 0 ? t("detail.few", { count: led.few }) : "";
  }
}
