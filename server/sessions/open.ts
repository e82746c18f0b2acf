import { unfitFor } from "#debate/activities/needs.ts";
import type { Debate } from "#debate/content/debate.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { withFittingVersions } from "#debate/content/versions.ts";
import type { AgainRequest, OpenRequest } from "#debate/protocol/requests.ts";
import { withoutActivities } from "#debate/rules/chosen-activities.ts";
import { CODE_ALPHABET, CODE_LENGTH, codeFrom, readCode } from "#debate/rules/codes.ts";
import { withoutClashes } from "#debate/rules/exclusions.ts";
import { PASS_LENGTH } from "#debate/rules/passes.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Schedule } from "#debate/rules/schedule.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { libraryDebate } from "#server/library/library.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteRehearsals } from "#server/sessions/rehearsal.ts";
import { datesFrom } from "#server/sessions/schedule.ts";
import { type UsableDebate, versionOf } from "#server/store/debates/debates.ts";
import type { DebateOrigin } from "#server/store/sessions/frozen-debates.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

type Opening = {
  debate: Debate;
  origin: DebateOrigin | null;
  settings: Settings;
  simulated?: number | undefined;
  schedule: Schedule | null;
  classId: string | null;
};

/** Opens a session on a frozen copy of a debate, or [I11] like an earlier session of the instructor. */
export async function openSession(
  parts: Dependencies,
  hostId: string,
  request: OpenRequest,
): Promise<Result<SessionRecord>> {
  const { store, clock, ids } = parts;
  const opening =
    "from" in request ? await likeEarlier(store, hostId, request) : await ofDebate(parts, hostId, request);
  if (!opening.ok) return opening;
  const { debate, origin, settings, simulated } = opening.value;
  // [H3] One rehearsal per instructor at a time.
  if (simulated !== undefined) await deleteRehearsals(parts, hostId);
  const session: SessionRecord = {
    id: request.id ?? ids.uuid(),
    code: await freeCode({ store, ids }),
    hostId,
    settings,
    phase: "lobby",
    version: 1,
    joins: 0,
    phaseVersion: 1,
    phaseEndsAt: null,
    timerCloses: false,
    locked: false,
    revealed: false,
    onWall: null,
    wallLook: {},
    simulated,
    ofActivities: {},
    step: null,
    opened: false,
    resultsVersion: 0,
    resultsKept: false,
    keys: { screen: ids.key(), assistant: null, results: null },
    createdAt: clock(),
    closedAt: null,
    schedule: opening.value.schedule,
    classId: opening.value.classId,
  };
  const draw = () => drawCode(ids, PASS_LENGTH);
  const isStored = await store.sessions.create(session, debate, origin, draw, ids.key());
  return isStored ? accept(session) : refuse("busy");
}

/** [I25] A request that is repeated because its answer was lost opens no second session. */
export async function openOnce(
  { store }: Pick<Dependencies, "store">,
  hostId: string,
  id: string | undefined,
  open: () => Promise<Result<SessionRecord>>,
): Promise<Result<SessionRecord>> {
  if (id === undefined) return open();
  const known = async () => {
    const session = await store.sessions.byId(id);
    return session && (session.hostId === hostId ? accept(session) : refuse("duplicate"));
  };
  try {
    return (await known()) ?? (await open());
  } catch (error) {
    // The first try has stored it meanwhile.
    const stored = await known();
    if (stored) return stored;
    throw error;
  }
}

/** A debate that the instructor may use. */
async function ofDebate(
  { store, clock }: Pick<Dependencies, "store" | "clock">,
  hostId: string,
  { debateId, settings, simulated, schedule, classId }: Extract<OpenRequest, { debateId: string }>,
): Promise<Result<Opening>> {
  const found = await debateFor(store, hostId, debateId);
  if (!found) return refuse("not-found", "debateId");
  if (found.isDraft) return refuse("unfinished"); // [D22]
  const ofClass = await classFor(store, hostId, simulated === undefined ? classId : undefined, settings);
  if (!ofClass.ok) return ofClass;
  // [H1] Simulated students have no personal codes.
  const entry = simulated === undefined ? settings.entry : "open";
  const dates = datesFrom(schedule, { phase: "lobby", settings, simulated, closedAt: null }, clock());
  if (!dates.ok) return dates;
  const origin = { debateId, debateVersion: found.version };
  // Built-in debates fit (a test checks it): counting their sentences takes a seventh of an opening's CPU.
  const isBuiltIn = found.access === "built-in";
  const debate = isBuiltIn ? found.debate : withFittingVersions(inPlainText(found.debate));
  // [X5] The version must exist.
  if (settings.version !== undefined && !debate.versions?.some(({ id }) => id === settings.version))
    return refuse("not-found", "settings.version");
  // [Y4]
  const activities = withoutActivities(settings.activities, unfitFor(debate));
  return accept({
    ...{ debate, origin, simulated, schedule: dates.value, classId: ofClass.value },
    settings: { ...settings, entry, activities },
  });
}

/** [Q6] An own class, whose list no anonymous session can use. */
async function classFor(
  store: Dependencies["store"],
  hostId: string,
  classId: string | undefined,
  { identity }: Settings,
): Promise<Result<string | null>> {
  if (classId === undefined) return accept(null);
  const found = await store.sessionClasses.byId(classId);
  if (found?.ownerId !== hostId) return refuse("not-found", "classId");
  if (identity === "anonymous")
    return refuse("forbidden", "classId: an anonymous session has no list of names");
  return accept(classId);
}

/** [I11] The session's own copy of the debate: the debate may have been edited or deleted since. */
async function likeEarlier(
  store: Dependencies["store"],
  hostId: string,
  { from, name }: AgainRequest,
): Promise<Result<Opening>> {
  const code = readCode(from);
  const earlier = code === null ? null : await store.sessions.byCode(code);
  // Not found for a colleague's session, so codes can't be tried here.
  if (earlier?.hostId !== hostId) return refuse("not-found", "from");
  const { settings } = earlier;
  return accept({
    debate: await store.sessions.debateOf(earlier.id),
    origin: await store.sessions.originOf(earlier.id),
    // [H11] Old sessions may have settings that are refused now.
    settings: withoutClashes({ ...settings, name: name ?? settings.name }),
    schedule: null,
    classId: earlier.classId,
  });
}

/** A debate that this instructor may use: a built-in one, their own, or one that a colleague shares. */
export async function debateFor(
  store: Dependencies["store"],
  hostId: string,
  id: string,
): Promise<UsableDebate | null> {
  const debate = libraryDebate(id);
  if (!debate) return store.debates.byId(hostId, id);
  return {
    debate,
    version: builtInVersion(debate),
    access: "built-in",
    owner: "",
    isArchived: false,
    isDraft: false,
  };
}

export const builtInVersion = (debate: Debate) => versionOf(JSON.stringify(debate));

async function freeCode({ store, ids }: Pick<Dependencies, "store" | "ids">): Promise<string> {
  for (;;) {
    const code = drawCode(ids, CODE_LENGTH);
    if (!(await store.sessions.byCode(code))) return code;
  }
}

export function drawCode(ids: Dependencies["ids"], length: number): string {
  return codeFrom(Array.from({ length }, () => ids.draw(CODE_ALPHABET.length)));
}
