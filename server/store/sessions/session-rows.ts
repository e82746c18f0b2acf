import type { Language } from "#debate/rules/languages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Link } from "#debate/rules/rights.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import { type Settings, StoredSettings } from "#debate/rules/settings.ts";
import type { OnWall, WallAppearance } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";
import type { Session as Row } from "#prisma/generated/sqlite/client.ts";
import { type OfActivities, readColumns } from "#server/activities/columns.ts";
import { toOnWall, underBlank } from "#server/store/sessions/wall.ts";

/** A session without its debate. Times are milliseconds since the epoch. */
export type SessionRecord = {
  id: string;
  code: string;
  hostId: string;
  settings: Settings;
  phase: Phase;
  version: number;
  /** [W13] How many changes of the version were joins. */
  joins: number;
  phaseVersion: number;
  phaseEndsAt: number | null;
  timerCloses: boolean;
  locked: boolean;
  revealed: boolean;
  onWall: OnWall | null;
  /** [V50] What a blank wall showed before. */
  underBlank?: OnWall | undefined;
  wallLook: WallAppearance;
  /** [H1] How many students of a rehearsal are simulated. */
  simulated?: number | undefined;
  /** [P10] The end of the timer for which a student needs more time. */
  moreTime?: number | undefined;
  /** Columns of activities. */
  ofActivities: OfActivities;
  /** The step of a staged reveal, once it has begun. */
  step: Step | null;
  /** Whether the class has had the whole results since the last vote. */
  opened: boolean;
  /** The version at which the class last came from a vote to its results. */
  resultsVersion: number;
  /** Whether only the class and holders of the results link can read the results. */
  resultsKept: boolean;
  /** The keys of the session's links; null for a link that was not created. */
  keys: Record<Link, string | null>;
  createdAt: number;
  closedAt: number | null;
  /** [P30] Set dates. */
  schedule: Schedule | null;
  /** [Q6] The class that it is for. */
  classId: string | null;
};

/** Parsed settings are cached by their text, as a class reads its session thousands of times. */
const SETTINGS_KEPT = 500;
const settingsOf = new Map<string, Settings>();

export function readSettings({ settings }: Pick<Row, "settings">): Settings {
  const known = settingsOf.get(settings);
  if (known) return known;
  const read = StoredSettings.parse(JSON.parse(settings));
  if (settingsOf.size >= SETTINGS_KEPT) settingsOf.clear();
  settingsOf.set(settings, read);
  return read;
}

/** [W13] The version as phones see it. */
export const versionOnPhones = ({ version, joins }: Pick<SessionRecord, "version" | "joins">): number =>
  version - joins;

/** `row`: from Prisma or from the engine, which has numbers for booleans in SQLite. */
export function toSession(row: Row): SessionRecord {
  return {
    id: row.id,
    code: row.code,
    hostId: row.hostId,
    settings: readSettings(row),
    phase: row.phase as Phase,
    version: row.version,
    joins: row.joins,
    phaseVersion: row.phaseVersion,
    phaseEndsAt: row.phaseEndsAt === null ? null : Number(row.phaseEndsAt),
    timerCloses: Boolean(row.timerCloses),
    locked: Boolean(row.locked),
    revealed: Boolean(row.revealed),
    onWall: toOnWall(row.wall),
    underBlank: underBlank(row.wall) ?? undefined,
    wallLook: appearanceOf(row),
    simulated: row.simulated ?? undefined,
    moreTime: row.moreTime === null ? undefined : Number(row.moreTime),
    ofActivities: readColumns(row),
    step: row.step as Step | null,
    opened: Boolean(row.opened),
    resultsVersion: row.resultsVersion,
    resultsKept: Boolean(row.resultsKept),
    keys: { screen: row.screenKey || null, assistant: row.assistantKey, results: row.resultsKey },
    createdAt: Number(row.createdAt),
    closedAt: row.closedAt === null ? null : Number(row.closedAt),
    schedule: row.schedule === null ? null : (JSON.parse(row.schedule) as Schedule),
    classId: row.classId,
  };
}

function appearanceOf({ wallTheme, wallLanguage }: Row): WallAppearance {
  return {
    ...(wallTheme !== null && { theme: wallTheme as "light" | "dark" }),
    ...(wallLanguage !== null && { language: wallLanguage as Language }),
  };
}

export function appearanceColumns({ theme, language }: WallAppearance) {
  return { wallTheme: theme ?? null, wallLanguage: language ?? null };
}

/** Returns the error of an unreadable row, which must not fail others that are read with it. */
export function readSession(row: Row): SessionRecord | Error {
  try {
    return toSession(row);
  } catch (error) {
    // Not the message, which may quote the row.
    const reason = error instanceof Error ? error.name : typeof error;
    return new Error(`session ${row.id} can't be read: ${reason}`);
  }
}

export type OnUnreadable = (error: Error) => void;

/** The rows that can be read, with their sessions. */
export function readableIn<Found extends Row>(rows: readonly Found[], onUnreadable: OnUnreadable) {
  return rows.flatMap((row) => {
    const session = readSession(row);
    if (!(session instanceof Error)) return [{ session, row }];
    onUnreadable(session);
    return [];
  });
}

// The screen's column is older than the others, and is empty instead of null.
export function keyColumns({ screen, assistant, results }: SessionRecord["keys"]) {
  return { screenKey: screen ?? "", assistantKey: assistant, resultsKey: results };
}

/** The first date has a column of its own, by which timers are found after a restart. */
export function scheduleColumns(schedule: Schedule | null) {
  const [first] = schedule?.dates ?? [];
  return {
    schedule: schedule && JSON.stringify(schedule),
    opensAt: toBigInt(first?.at ?? null),
  };
}

export function toBigInt(time: number | null): bigint | null {
  return time === null ? null : BigInt(time);
}
