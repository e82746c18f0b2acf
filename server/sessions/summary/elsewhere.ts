import { type Estimate, marginElsewhere } from "#debate/counting/margin.ts";
import type { SectionElsewhere } from "#debate/counting/sections.ts";
import { type NewerSummary, type SignedSummary, SUMMARY_FORMAT } from "#debate/protocol/answers/summary.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { isSigned, type Signing, thumbprintOf } from "#server/sessions/summary/signing.ts";

/** [S28] Why a summary is refused. */
export const SUMMARY_REFUSALS = [
  "format",
  "signature",
  "own",
  "repeated",
  "other-resolution",
  "impossible",
] as const;
export type SummaryRefusal = (typeof SUMMARY_REFUSALS)[number];
type Text = { resolution: string; textHash: string };

/** What makes a comparison of classes that sent summaries; or which of these is refused, from 0 on, and why. */
export type ReadSummaries =
  | { ok: true; resolution: string | undefined; sections: (Estimate & SectionElsewhere)[] }
  | { ok: false; why: SummaryRefusal; place: number };

/** [S28] Reads summaries of classes with one text, which an instructor was sent. */
export async function readSummaries(
  { store, signing }: Pick<Dependencies, "store"> & { signing: Signing },
  hostId: string,
  given: readonly (SignedSummary | NewerSummary)[],
  text: Text | undefined,
): Promise<ReadSummaries> {
  const newer = given.findIndex((each) => !isReadable(each));
  if (newer >= 0) return { ok: false, why: "format", place: newer };
  const signed = given.filter(isReadable);
  const ids = signed.map(({ summary }) => summary.id);
  const here = await store.summaries.known(ids);
  const ownKeys = await signing.ownKeys();
  const expected = text ?? signed[0]?.summary;
  const whyNot = (each: SignedSummary, place: number): SummaryRefusal | null => {
    const { summary, key } = each;
    const known = here.find(({ id }) => id === summary.id);
    if (known?.hostId === hostId) return "own";
    if (!isSigned(each) || (known && !ownKeys.includes(key.x))) return "signature";
    if (ids.indexOf(summary.id) !== place) return "repeated";
    if (summary.resolution !== expected?.resolution || summary.textHash !== expected.textHash)
      return "other-resolution";
    return isPossible(summary) ? null : "impossible";
  };
  for (const [place, each] of signed.entries()) {
    const why = whyNot(each, place);
    if (why) return { ok: false, why, place };
  }
  const sections = await Promise.all(
    signed.map(async ({ summary: { id, server, date, n, points, mean, sd, experiment }, key }) => ({
      ...{ id, server, date, n, mean, sd, key: await thumbprintOf(key) },
      margin: marginElsewhere({ n, points, mean, sd }),
      ...(experiment && { experiment: { ...experiment } }),
    })),
  );
  return { ok: true, resolution: expected?.resolution, sections };
}

const isReadable = (each: SignedSummary | NewerSummary): each is SignedSummary =>
  each.summary.format === SUMMARY_FORMAT;

/** Whether a class can have these figures: no step is longer than two. */
function isPossible({ n, points, mean, sd, experiment }: SignedSummary["summary"]): boolean {
  const isFigure = (value: number) => Number.isFinite(value) && Math.abs(value) <= 200;
  const hasPeople = Number.isInteger(n) && n > 0;
  const isExperiment = !experiment || (isFigure(experiment.difference / 2) && experiment.se >= 0);
  return hasPeople && isFigure(points) && isFigure(mean) && isFigure(sd) && sd > 0 && isExperiment;
}
