import { useTranslations } from "next-intl";
import type { ShownParagraph } from "#app/screen/reveal/wall-picks.ts";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { CHOICE_LOOKS } from "#app/shared/choice-looks.ts";
import { classNames } from "#app/shared/class-names.ts";
import { directionOf } from "#app/shared/direction.ts";
import { isolated } from "#app/shared/isolated.ts";
import { Written } from "#app/shared/Written.tsx";

/** What the smallest letters that can be read from the last row still leave room for. */
const FITS = 1_400;

/** A paragraph of a position that the host put on the wall. */
export function ParagraphFace({ position: { side, expert }, paragraph: { n, text } }: ShownParagraph) {
  const t = useTranslations("screen.paragraph");
  const length = [...text].length;
  return (
    <article className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)_auto] gap-[1.4cqi]">
      <p className="flex min-w-0 items-baseline gap-[1em] text-wall-sm">
        <ChoiceBadge choice={side} />
        <span className="min-w-0 truncate text-ink-soft">
          {t("from", { name: isolated(expert.name), n })}
        </span>
      </p>
      <blockquote
        dir={directionOf(text)}
        className={classNames(
          "grid min-h-0 content-center overflow-hidden border-s-[0.4cqi] ps-[1.6cqi]",
          CHOICE_LOOKS[side].border,
        )}
      >
        <Written
          as="p"
          className={classNames(
            "font-serif wrap-anywhere",
            length <= 160
              ? "text-wall-xl"
              : length <= 320
                ? "text-wall-lg"
                : length <= 560
                  ? "text-wall-md"
                  : length <= 850
                    ? "text-[2cqi] leading-[1.35]"
                    : "line-clamp-[16] text-[1.6cqi] leading-[1.35]",
          )}
        >
          {text}
        </Written>
      </blockquote>
      {length > FITS && <p className="text-wall-sm text-ink-soft">{t("continued")}</p>}
    </article>
  );
}
