"use client";

import { useTranslations } from "next-intl";
import { FittedText } from "#app/screen/FittedText.tsx";
import { ParagraphFace } from "#app/screen/ParagraphFace.tsx";
import { PictureFace } from "#app/screen/PictureFace.tsx";
import type { WallPick } from "#app/screen/reveal/wall-picks.ts";
import { ThanksFace } from "#app/screen/ThanksFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import type { Term } from "#app/shared/text/terms.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { unreachable } from "#debate/rules/result.ts";
import type { WallWords } from "#debate/rules/snapshot.ts";

/** [Y14] The words of the positions and what they mean, in pages if need be [V26]. */
function GlossaryFace({ glossary }: { glossary: readonly Term[] }) {
  const t = useTranslations("screen");
  return (
    <article className="grid h-full min-h-0 grid-rows-[auto_minmax(0,1fr)] gap-[1.4cqi] handheld:gap-4">
      <h2 className="text-wall-sm text-ink-soft">{t("glossary")}</h2>
      <FittedText of={JSON.stringify(glossary)} from={2}>
        <dl className="grid gap-[0.7em]">
          {glossary.map(({ term, meaning }) => (
            <div key={term} className="break-inside-avoid wrap-anywhere">
              <dt className="font-semibold">
                <Written>{term}</Written>
              </dt>
              <dd className="font-serif">
                <Written>{meaning}</Written>
              </dd>
            </div>
          ))}
        </dl>
      </FittedText>
    </article>
  );
}

/** [V18] What a voter wrote: the words alone, without whose they are or how they voted. */
function WordsFace({ words: { kind, text } }: { words: WallWords }) {
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

type PickedFaceProps = { pick: Exclude<WallPick, { kind: "chart" }>; wall: Wall };

/** [V12] What the host put there, on top of the phase: one part, since every wall loads the names of all parts. */
export function PickedFace({ pick, wall }: PickedFaceProps) {
  switch (pick.kind) {
    case "thanks":
      return <ThanksFace wall={wall} />;
    case "glossary":
      return <GlossaryFace glossary={pick.glossary} />;
    case "paragraph":
      return <ParagraphFace {...pick.paragraph} />;
    case "picture":
      return <PictureFace position={pick.position} code={wall.code} />;
    case "words":
      return <WordsFace words={pick.words} />;
    default:
      return unreachable(pick);
  }
}
