"use client";
import { GlossaryFace } from "#app/screen/GlossaryFace.tsx";
import { ParagraphFace } from "#app/screen/ParagraphFace.tsx";
import type { WallPick } from "#app/screen/reveal/wall-picks.ts";
import { ThanksFace } from "#app/screen/ThanksFace.tsx";
import { WordsFace } from "#app/screen/WordsFace.tsx";
import type { Wall } from "#app/screen/wall.ts";
import { unreachable } from "#debate/rules/result.ts";

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
    case "words":
      return <WordsFace words={pick.words} />;
    default:
      return unreachable(pick);
  }
}
