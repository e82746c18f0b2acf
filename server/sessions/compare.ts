import { comparedOf, isCompared } from "#debate/activities/results.ts";
import { type Estimate, margin } from "#debate/counting/margin.ts";
import { type Moves, movement } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";
import {
  type Comparison,
  compareInSlices,
  MOST_SECTIONS,
  type NotCompared,
  pooledExperiments,
  type SectionElsewhere,
  type WideComparison,
} from "#debate/counting/sections.ts";
import type { SectionExperiment } from "#debate/protocol/answers/summary.ts";
import type { CompareRequest } from "#debate/protocol/requests.ts";
import { readCode } from "#debate/rules/codes.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { whenGone } from "#server/platform/failures.ts";
import { inSlices } from "#server/platform/slices.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { readSummaries, type SummaryRefusal } from "#server/sessions/summary/elsewhere.ts";
import type { Signing } from "#server/sessions/summary/signing.ts";
import { movesTold } from "#server/sessions/summary/told.ts";
import { hashOfDebate } from "#server/store/sessions/debate-hash.ts";
import type { SectionRecord } from "#server/store/sessions/sections.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Reading = Pick<Dependencies, "store" | "ids">;
export type Compared = { ok: true; value: Comparison } | ({ ok: false } & NotCompared);

/** [W1] The most codes that are read, repeated ones included. */
const MOST_TYPED = 5 * MOST_SECTIONS;

/**
 * [V22] An instructor's own sessions of one resolution side by side, in the order of their codes. [I3] A colleague's session
 * is unknown, like one that does not exist.
 */
export async function compare(parts: Reading, hostId: string, typed: readonly string[]): Promise<Compared> {
  const picked = await pick(parts, hostId, typed);
  if (!picked.ok) return picked;
  const { resolution, told } = picked;
  if (resolution === undefined || told.length < 2) return refuse("too-few", codesOf(typed));
  const { own, ...figures } = await countSections(parts, told);
  return { ok: true, value: { resolution, ...figures, sections: own } };
}

type Picked = { ok: true; resolution: string | undefined; told: Moved[] };

/** The instructor's own sessions of one resolution, with what may be told of them. */
async function pick(
  parts: Reading,
  hostId: string,
  typed: readonly string[],
): Promise<Picked | ({ ok: false } & NotCompared)> {
  const picked = codesOf(typed);
  if (typed.length > MOST_TYPED || picked.length > MOST_SECTIONS) return refuse("too-many", []);
  const found = new Map(
    (await parts.store.sections.byCodes(hostId, picked)).map((section) => [section.session.code, section]),
  );
  const unknown = picked.filter((code) => !found.has(code));
  if (unknown.length > 0) return refuse("unknown", unknown);
  const sections = picked.flatMap((code) => found.get(code) ?? []);
  // [V9] [V14] Not before the results are open.
  const closed = sections.filter(({ session }) => !resultsOpened(session));
  if (closed.length > 0) return refuse("not-open", codesIn(closed));
  const [first] = sections;
  const different = sections.filter(({ resolution }) => resolution !== first?.resolution);
  if (different.length > 0) return refuse("different", codesIn(different));
  const told: Moved[] = [];
  for (const { session } of sections) {
    const moves = await movesTold(parts, session);
    if (moves) told.push({ session, moves });
  }
  const withheld = sections.filter(({ session }) => !told.some((each) => each.session === session));
  if (withheld.length > 0) return refuse("withheld", codesIn(withheld));
  return { ok: true, resolution: first?.resolution, told };
}

export type ComparedWidely =
  | { ok: true; value: WideComparison }
  | ({ ok: false } & NotCompared)
  | { ok: false; why: SummaryRefusal; place: number };

/** [S28] The same with classes on other servers, which sent summaries. */
export async function compareWidely(
  parts: Reading & { signing: Signing },
  hostId: string,
  { codes, summaries }: CompareRequest,
): Promise<ComparedWidely> {
  if (codes.length + summaries.length > MOST_SECTIONS) return refuse("too-many", []);
  const picked = await pick(parts, hostId, codes);
  if (!picked.ok) return picked;
  const [first] = picked.told;
  const debate = first && (await parts.store.sessions.debateOf(first.session.id));
  const text = debate && { resolution: debate.resolution, textHash: hashOfDebate(debate) };
  const read = await readSummaries(parts, hostId, summaries, text);
  if (!read.ok) return read;
  if (picked.told.length + read.sections.length < 2) return refuse("too-few", codesOf(codes));
  const { resolution = "" } = read;
  const { own, ...figures } = await countSections(parts, picked.told, read.sections);
  const others = read.sections.map(({ mean: _mean, sd: _sd, ...section }) => section);
  return { ok: true, value: { resolution, ...figures, sections: [...own, ...others] } };
}

type Moved = { session: SessionRecord; moves: Moves };

function refuse(why: NotCompared["why"], codes: string[]): { ok: false } & NotCompared {
  return { ok: false, why, codes };
}

const codesIn = (sections: readonly SectionRecord[]) => sections.map(({ session }) => session.code);

/** Distinct codes as they are stored; anything else stays as typed, and matches none. */
export function codesOf(typed: readonly string[]): string[] {
  const read = typed.slice(0, MOST_TYPED).map((text) => readCode(text) ?? text.trim());
  return [...new Set(read)].filter((text) => text !== "");
}

async function countSections(
  parts: Reading,
  told: readonly Moved[],
  elsewhere: readonly (SectionElsewhere & Estimate)[] = [],
) {
  const own: Comparison["sections"] = [];
  for (const { session, moves } of told) {
    const paired = movement(moves, "before", "after");
    const { code, settings, createdAt } = session;
    const name = settings.name === "" ? {} : { name: settings.name };
    const date = new Date(createdAt).toISOString();
    const experiment = await experimentOf(parts, session);
    own.push({ code, ...name, date, n: paired.n, margin: margin(moves), paired, ...experiment });
  }
  const classes = told.map(({ moves }) => moves);
  const { sections: _, ...figures } = await inSlices(compareInSlices(classes, elsewhere));
  const experiment = pooledExperiments([...own, ...elsewhere].map((section) => section.experiment));
  return { ...figures, own, experiment };
}

/** [S30] */
async function experimentOf(
  parts: Reading,
  session: SessionRecord,
): Promise<{ experiment?: SectionExperiment }> {
  if (!isCompared(session.settings.activities)) return {};
  const found = comparedOf((await cachedResults(parts, session)).forHost);
  if (!found) return {};
  const { kind, difference, se } = found;
  return { experiment: { kind, difference, se } };
}

/** [V22] The instructor's sessions that can be compared, the oldest first. */
export async function comparable(
  parts: Reading,
  hostId: string,
  resolution?: string,
): Promise<SectionRecord[]> {
  return comparableAmong(parts, await parts.store.sections.ofHost(hostId, resolution));
}

/** [V22] Sessions with open results that [Z18] show the host who moved which way. */
export async function comparableAmong<Row extends { session: SessionRecord }>(
  parts: Reading,
  rows: readonly Row[],
): Promise<Row[]> {
  const told: Row[] = [];
  for (const row of rows)
    if (resultsOpened(row.session) && (await tellsFlow(parts, row.session).catch(whenGone(false))))
      told.push(row);
  return told;
}

/** [Z18] Usually read from the kept results [Z11]. */
async function tellsFlow(parts: Reading, session: SessionRecord): Promise<boolean> {
  const { id, settings } = session;
  if (!hidesSmallGroups(settings.identity)) return true;
  const content = await parts.store.classResults.of(id);
  const { paired }: Pick<Results, "paired"> =
    content === null ? (await cachedResults(parts, session)).forHost : JSON.parse(content);
  return paired.matrix !== null;
}

/** Whether the host has another session of the same resolution to compare this one with. */
export async function hasOthers(parts: Reading, session: SessionRecord): Promise<boolean> {
  const { id, hostId, simulated } = session;
  if (simulated !== undefined) return false; // [H4]
  const { resolution } = await parts.store.sessions.debateOf(id);
  const all = await comparable(parts, hostId, resolution);
  // A control room may have been open since before the results.
  const isTold = !resultsOpened(session) || all.some((each) => each.session.id === id);
  return isTold && all.some((each) => each.session.id !== id);
}
