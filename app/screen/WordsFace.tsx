import { useTranslations } from "next-intl";
import { classNames } from "#app/shared/class-names.ts";
import { Written } from "#app/shared/Written.tsx";
import type { WallWords } from "#debate/rules/snapshot.ts";

/** [V18] What a voter wrote: the words alone, without whose they are or how they voted. */
export function WordsFace({ words: { kind, text } }: { words: WallWords }) {
  const t = useTranslations("words");
  const length = [...text].length;
  return (
    <figure className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-[1.6cqi]">
      <figcaption className="text-wall-sm text-ink-soft">{t(`onWall.${kind}`)}</figcaption>
      <blockquote className="grid min-h-0 content-center overflow-hidden">
        <Written
          as="p"
          className={classNames(
            "font-serif wrap-anywhere whitespace-pre-line",
            length <= 160 ? "text-wall-xl" : "text-wall-lg",
          )}
        >
          {text}
        </Written>
      </blockquote>
    </figure>
  );
}
