import type { DebateDraft, Version } from "#debate/content/debate.ts";

/** [D7] Reading texts with each side's paragraphs under the other. */
export const swapVersions = (versions: readonly Version[]): Version[] =>
  versions.map((version) => ({ ...version, for: version.against, against: version.for }));

/** [D7] The same debate with each expert, paragraphs included, arguing the other side. */
export function swapSides<D extends DebateDraft>(debate: D): D {
  const [first, second] = debate.positions;
  const { versions } = debate;
  return {
    ...debate,
    ...(versions && { versions: swapVersions(versions) }),
    positions: [
      { ...second, side: "for" },
      { ...first, side: "against" },
    ],
  };
}
