import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { WallWords } from "#debate/rules/snapshot.ts";

/** [V18] What a voter wrote: the words alone, without whose they are or how they voted. */
export function WordsFace({ words: { kind, text } }: { words: WallWords }) {
  const t = useTranslations("words");
  return (
    <figure className="grid h-full grid-rows-[auto_minmax(0,1fr)] gap-[1.6cqi] handheld:gap-4">
      <figcaption className="text-wall-sm text-ink-soft">{t(`onWall.${kind}`)}</figcaption>
      <blockquote className="min-h-0">
        <FittedText of={text}>
          <Written as="p" className="font-serif wrap-anywhere whitespace-pre-line">
            {text}
          </Written>
        </FittedText>
      </blockquote>
    </figure>
  );
}
