import { designOf } from "#debate/activities/design.ts";
import { columnOf } from "#debate/protocol/answers/export-design.ts";
import { PHASES, TIMED_PHASES } from "#debate/rules/phase-order.ts";
import { positionsReadable } from "#debate/rules/phases.ts";
import { designOfActivities } from "#server/activities/index.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type ExportRow, type Rows, tabular, time } from "#server/sessions/export-rows.ts";
import { hashOfDebate } from "#server/store/sessions/debate-hash.ts";
import type { EventRecord } from "#server/store/sessions/events.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";
import manifest from "../../package.json" with { type: "json" };

/** [V41] One row: what the session was set to, what it read, and when. */
export async function designRows(store: Dependencies["store"], session: SessionRecord): Promise<Rows> {
  const debate = await store.sessions.debateOf(session.id);
  const origin = await store.sessions.originOf(session.id);
  const events = await store.events.ofSession(session.id);
  const row: ExportRow = {
    ...settingsIn(session),
    debateId: debate.id,
    debateVersion: origin?.debateVersion ?? null,
    debateHash: hashOfDebate(debate),
    readingTexts: debate.versions?.map(({ id }) => id).join(" ") ?? null,
    ...(await designOfActivities({ store }, session)),
    ...timesIn(session, events),
    server: PROGRAM_VERSION,
  };
  return tabular(Object.keys(row), [row]);
}

/** A column for each setting. */
function settingsIn({ simulated, settings }: SessionRecord): ExportRow {
  const {
    name,
    language,
    identity,
    entry,
    moderation,
    version,
    questions,
    activities,
    rule,
    filter,
    minutes,
  } = settings;
  const { readingVote, ...asked } = questions;
  return {
    ...{ name, language, identity, entry, readingVote, moderation },
    version: version ?? null,
    ...asked,
    stagedReveal: settings.reveal === "staged",
    ...designOf(activities),
    rule,
    filter: filter.holds ? "hold" : "off",
    filterWords: filter.words.join(", "),
    simulated: simulated ?? null,
    ...Object.fromEntries(
      TIMED_PHASES.map((phase) => [`minutes${columnOf(phase)}`, minutes?.[phase] ?? null]),
    ),
  };
}

/** When each phase first opened and last ended, and when positions were first readable. */
function timesIn({ createdAt }: SessionRecord, events: readonly EventRecord[]): ExportRow {
  const opened = new Map<string, number>([["lobby", createdAt]]);
  const ended = new Map<string, number>();
  let current = "lobby";
  for (const { kind, detail, at } of events) {
    if (kind !== "phase") continue;
    ended.set(current, at);
    if (!opened.has(detail)) opened.set(detail, at);
    current = detail;
  }
  ended.delete(current);
  const readable = PHASES.filter(positionsReadable).flatMap((phase) => opened.get(phase) ?? []);
  const told = (at: number | undefined) => (at === undefined ? null : time(at));
  return {
    ...Object.fromEntries(
      PHASES.flatMap((phase) => [
        [`opened${columnOf(phase)}`, told(opened.get(phase))],
        [`ended${columnOf(phase)}`, told(ended.get(phase))],
      ]),
    ),
    positionsReadable: readable.length > 0 ? time(Math.min(...readable)) : null,
  };
}

const PROGRAM_VERSION = manifest.version;
