import type { CheckCounts } from "#debate/content/questions.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Pairing } from "#debate/rules/pairs.ts";
import type { Phase } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { Link } from "#debate/rules/rights.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import { type Settings, StoredChoices } from "#debate/rules/settings.ts";
import type { OnWall, WallLook } from "#debate/rules/snapshot.ts";
import type { Step } from "#debate/rules/steps.ts";
import type { Session as Row } from "#prisma/generated/sqlite/client.ts";
import { toOnWall, underBlank } from "#server/store/wall.ts";

export type Spoken = Record<Side, number> & { asked: number };

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
  wallLook: WallLook;
  /** [P10] The end of the timer for which a student needs more time. */
  moreTime?: number | undefined;
  /** [P25] That the class was paired, and when its script began. */
  pairing?: Pairing | undefined;
  /** [P12] For how many milliseconds each side has spoken, and how many have asked to. */
  spoken?: Spoken | undefined;
  /** [Y5] What was answered, in an anonymous session from its results on: it stays when seats are deleted. */
  keptCheck?: CheckCounts | undefined;
  /** The step of a staged reveal, once it has begun. */
  step: Step | null;
  /** Whether the class has had the whole results since the last vote. */
  opened: boolean;
  /** The version with which the class last came from a vote to its results. */
  resultsVersion: number;
  /** Whether only the class and holders of the results link can read the results. */
  resultsKept: boolean;
  /** The keys of the session's links; null for a link that was not created. */
  keys: Record<Link, string | null>;
  createdAt: number;
  closedAt: number | null;
  /** [P30] What opens by itself, and when. */
  schedule: Schedule | null;
};

/** A class reads its session thousands of times, and the settings of each reading are the same text. */
const SETTINGS_KEPT = 500;
const choicesOf = new Map<string, Choices>();

/** What the host chose on opening, and what was chosen or asked for since. */
type Choices = { settings: Settings } & Pick<
  SessionRecord,
  "wallLook" | "moreTime" | "keptCheck" | "pairing" | "spoken"
>;

export function readSettings(row: Pick<Row, "settings">): Settings {
  return readChoices(row).settings;
}

export function readPairing(row: Pick<Row, "settings">): Pairing | undefined {
  return readChoices(row).pairing;
}

function readChoices({ settings }: Pick<Row, "settings">): Choices {
  const known = choicesOf.get(settings);
  if (known) return known;
  const { wallLook, moreTime, keptCheck, pairing, spoken, ...chosen } = StoredChoices.parse(
    JSON.parse(settings),
  );
  const read = { settings: chosen, wallLook: present(wallLook), moreTime, keptCheck, pairing, spoken };
  if (choicesOf.size >= SETTINGS_KEPT) choicesOf.clear();
  choicesOf.set(settings, read);
  return read;
}

/** [W13] The version as phones see it. */
export const versionOnPhones = ({ version, joins }: Pick<SessionRecord, "version" | "joins">): number =>
  version - joins;

/** Of a row as Prisma or as the engine has it: SQLite has numbers for truth values. */
export function toSession(row: Row): SessionRecord {
  return {
    id: row.id,
    code: row.code,
    hostId: row.hostId,
    ...readChoices(row),
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
    step: row.step as Step | null,
    opened: Boolean(row.opened),
    resultsVersion: row.resultsVersion,
    resultsKept: Boolean(row.resultsKept),
    keys: { screen: row.screenKey || null, assistant: row.assistantKey, results: row.resultsKey },
    createdAt: Number(row.createdAt),
    closedAt: row.closedAt === null ? null : Number(row.closedAt),
    schedule: row.schedule === null ? null : (JSON.parse(row.schedule) as Schedule),
  };
}

/** The same, or the error of a row that can't be read: it must not fail others that are read with it. */
export function readSession(row: Row): SessionRecord | Error {
  try {
    return toSession(row);
  } catch (error) {
    // Not the message, which may quote the row.
    const reason = error instanceof Error ? error.name : typeof error;
    return new Error(`session ${row.id} can't be read: ${reason}`);
  }
}

/** Called with what a list leaves out. */
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
