import { anchorOf } from "#app/results/rebuttals/trail.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import type { RebuttalResult } from "#debate/counting/results.ts";

/** The first words of a rebuttal, which lead to its card. */
export function RebuttalLink({ rebuttal }: { rebuttal: Pick<RebuttalResult, "id" | "side" | "body"> }) {
  return (
    <a href={`#${anchorOf.rebuttal(rebuttal.id)}`} className="flex min-h-touch items-center gap-2">
      <ChoiceMark choice={rebuttal.side} />
      <Written className="line-clamp-2 min-w-0 font-serif soft-underline">{rebuttal.body}</Written>
    </a>
  );
}
