import {
  type HostPart,
  type LatePart,
  type LaterPart,
  latePartsOf,
  laterPartsOf,
  withoutLateParts,
} from "#debate/activities/results.ts";
import { mostEndorsed } from "#debate/counting/ranking.ts";
import type { Counted, Part, RebuttalResult, Results } from "#debate/counting/results.ts";
import { confidenceForClass } from "#debate/counting/small-groups.ts";

/** Words can be deleted, and some activities go on after the class first saw its results. */
type Unfrozen =
  | "code"
  | "resolution"
  | "phase"
  | "rebuttals"
  | "rebuttalsInAll"
  | "paragraphs"
  | LatePart
  | LaterPart
  | "onPaper"
  | "reasons"
  | "picked";
/** [P35] What a vote after the lesson added, as it was first told, and the move that closed it: it can open again. */
type ToldLater = ReturnType<typeof laterPartsOf> & { laterClosedBy?: number };
type Shown = Pick<
  RebuttalResult,
  "id" | "endorsements" | "uncamped" | "standing" | "seen" | "credits" | "movers"
>;

/** [Z11] What of a class's results follows from its votes, without what anyone wrote; an older version kept no `reasons`. */
export type Frozen = Omit<Results, Unfrozen> &
  Partial<Pick<Results, "reasons">> &
  ToldLater & {
    /** [M26] What only the host sees of an anonymous session. */
    host?: Partial<Pick<Results, HostPart>>;
    rebuttals: Shown[];
    paragraphs: Pick<Results["paragraphs"][number], "side" | "n" | "endorsements" | "credits" | "movers">[];
  };

/** What an older version counted, too, and kept. */
type CountedBefore = { polarization?: unknown };

export function frozen({ rebuttals, paragraphs, ...results }: Results): Frozen {
  const {
    code: _code,
    resolution: _resolution,
    phase: _phase,
    rebuttalsInAll: _all,
    onPaper: _onPaper,
    picked: _picked,
    ...counts
  } = withoutLateParts(results);
  return {
    ...counts,
    rebuttals: rebuttals.map(({ id, endorsements, uncamped, standing, seen, credits, movers }) => ({
      id,
      endorsements,
      uncamped,
      standing,
      seen,
      credits,
      movers,
    })),
    paragraphs: paragraphs.map(({ side, n, endorsements, credits, movers }) => ({
      side,
      n,
      endorsements,
      credits,
      movers,
    })),
  };
}

/** [P35] What was kept, with the vote after the lesson that a move has closed. */
export function withLater(kept: Frozen, now: Counted, laterClosedBy: number): Frozen {
  return { ...kept, ...laterPartsOf(now), laterClosedBy };
}

/**
 * [Z11] Results as the class first saw them, with the rebuttals that are shown now: a deleted one is gone, and one that was
 * shown again later has no counts. `hides`: whether it is not told small groups.
 */
export function thawed(told: Frozen & CountedBefore, now: Counted, hides: boolean): Results {
  const {
    rebuttals,
    paragraphs,
    laterClosedBy: _by,
    polarization: _polarization,
    host: _host,
    ...kept
  } = withoutLateParts(told);
  const { code, resolution, phase, onPaper } = now;
  // [K10] One that is shown again is not at its place across camps.
  const inOrder = mostEndorsed(now.rebuttals, ({ endorsed }) => endorsed);
  const shown = new Map(inOrder.map((rebuttal) => [rebuttal.id, rebuttal]));
  const places = new Map(rebuttals.map((rebuttal) => [rebuttal.id, rebuttal]));
  // Also for what was kept by an older version, which did not know all of these.
  const none = {
    endorsements: null,
    uncamped: null,
    standing: null,
    seen: null,
    credits: null,
    movers: null,
  };
  return {
    code,
    resolution,
    phase,
    ...kept,
    // An older version did not count it.
    fragilityOfStanding: kept.fragilityOfStanding ?? null,
    ...(onPaper !== undefined && { onPaper }),
    reasons: kept.reasons ?? null,
    ...latePartsOf(now, kept),
    ...(hides ? withoutSmallGroups(kept, now) : laterPartsOf(told, now)),
    picked: [],
    commonGround: kept.commonGround?.filter((id) => shown.has(id)) ?? null,
    rebuttals: [...new Set([...places.keys(), ...shown.keys()])].flatMap((id) => {
      const rebuttal = shown.get(id);
      return rebuttal ? [{ ...rebuttal, ...none, ...places.get(id) }] : [];
    }),
    paragraphs: now.paragraphs.map((paragraph) => {
      const first = paragraphs.find(({ side, n }) => side === paragraph.side && n === paragraph.n);
      return {
        ...paragraph,
        endorsements: first?.endorsements ?? null,
        credits: first?.credits ?? null,
        movers: first?.movers ?? null,
      };
    }),
  };
}

function withoutSmallGroups(kept: Omit<Frozen, "rebuttals" | "paragraphs">, now: Counted) {
  const later: readonly Part[] = Object.keys(laterPartsOf(now)) as LaterPart[];
  const none: { [part in LaterPart]?: null } = Object.fromEntries(later.map((part) => [part, null]));
  return {
    // An older version told it whatever it counted.
    confidence: confidenceForClass(kept),
    // [Z13] These came after what the class was first told.
    ...none,
    withheld: [...kept.withheld.filter((part) => !later.includes(part)), ...later],
  };
}
