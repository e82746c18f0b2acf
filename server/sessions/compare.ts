import { margin } from "#debate/counting/margin.ts";
import { type Moves, movement, movesIn } from "#debate/counting/movement.ts";
import type { Results } from "#debate/counting/results.ts";
import {
  type Comparison,
  compareInSlices,
  MOST_SECTIONS,
  type NotCompared,
} from "#debate/counting/sections.ts";
import { readCode } from "#debate/rules/codes.ts";
import { hidesSmallGroups } from "#debate/rules/session-options.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { whenGone } from "#server/platform/failures.ts";
import { inSlices } from "#server/platform/slices.ts";
import { cachedResults } from "#server/sessions/cached-results.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
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
  if (!first || sections.length < 2) return refuse("too-few", picked);
  const told: Moved[] = [];
  for (const { session } of sections) {
    const moves = await movesTold(parts, session);
    if (moves) told.push({ session, moves });
  }
  const withheld = sections.filter(({ session }) => !told.some((each) => each.session === session));
  if (withheld.length > 0) return refuse("withheld", codesIn(withheld));
  return { ok: true, value: await countSections(first.resolution, told) };
}

type Moved = { session: SessionRecord; moves: Moves };

/** [Z18] Null if the host of an anonymous session may not know. */
async function movesTold(parts: Reading, session: SessionRecord): Promise<Moves | null> {
  if (session.settings.identity !== "anonymous") return parts.store.sections.movesOf(session.id);
  const { matrix } = (await cachedResults(parts, session)).forHost.paired;
  return matrix && movesIn(matrix);
}

function refuse(why: NotCompared["why"], codes: string[]): Compared {
  return { ok: false, why, codes };
}

const codesIn = (sections: readonly SectionRecord[]) => sections.map(({ session }) => session.code);

/** Distinct codes as they are stored; anything else stays as typed, and matches none. */
export function codesOf(typed: readonly string[]): string[] {
  const read = typed.slice(0, MOST_TYPED).map((text) => readCode(text) ?? text.trim());
  return [...new Set(read)].filter((text) => text !== "");
}

async function countSections(resolution: string, told: readonly Moved[]): Promise<Comparison> {
  const sections: Comparison["sections"] = [];
  for (const { session, moves } of told) {
    const paired = movement(moves, "before", "after");
    const { code, settings, createdAt } = session;
    const name = settings.name === "" ? {} : { name: settings.name };
    const date = new Date(createdAt).toISOString();
    sections.push({ code, ...name, date, n: paired.n, margin: margin(moves), paired });
  }
  return { resolution, ...(await inSlices(compareInSlices(told.map(({ moves }) => moves)))), sections };
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
