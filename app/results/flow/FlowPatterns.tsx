import type { Choice } from "#debate/rules/choices.ts";

type Part = "bar" | "moved" | "stayed";

/** The paint of one part of the picture; the patterns must be in the same SVG. */
export function patternUrl(id: string, choice: Choice, part: Part): string {
  return `url(#${id}${choice}-${part === "bar" ? "moved" : part})`;
}

/** For solid, Against hatched, undecided outlined, each strong (moved) and pale (stayed). */
export function FlowPatterns({ id, scale = 1 }: { id: string; scale?: number }) {
  const hatch = 9 * scale;
  const shared = {
    width: hatch,
    height: hatch,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  } as const;
  return (
    <defs>
      <pattern id={`${id}for-moved`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-for" />
      </pattern>
      <pattern id={`${id}for-stayed`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-for" fillOpacity="0.2" />
      </pattern>
      <pattern id={`${id}against-moved`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-against" />
        <rect width={hatch * 0.34} height={hatch} className="fill-paper" />
      </pattern>
      <pattern id={`${id}against-stayed`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-against" fillOpacity="0.12" />
        <rect width={hatch * 0.4} height={hatch} className="fill-against" fillOpacity="0.16" />
      </pattern>
      <pattern id={`${id}undecided-moved`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-paper" />
      </pattern>
      <pattern id={`${id}undecided-stayed`} {...shared}>
        <rect width={hatch} height={hatch} className="fill-undecided-wash" />
      </pattern>
    </defs>
  );
}
