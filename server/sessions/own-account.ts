import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteSession } from "#server/sessions/moderate.ts";
import { readOneByOne } from "#server/sessions/series.ts";

/**
 * [G7] Everything stored about an instructor. Of sessions only settings, counts and notes: students' words are in the exports, which
 * keep the identity promise.
 */
export async function accountData({ store }: Pick<Dependencies, "store">, instructorId: string) {
  const sessions = await store.sessions.ofHost(instructorId);
  const notes = await store.notes.ofHost(instructorId);
  const states = await store.debates.statesOf(instructorId);
  const debates = await readOneByOne(store, instructorId, states);
  const shared = await Promise.all(debates.map(({ id }) => store.debateShares.of(id)));
  return {
    ...(await store.accounts.byId(instructorId)),
    debates,
    debateStates: states.map(({ id: debateId, ...state }) => ({ debateId, ...state })),
    // [D33] Up to 50 of each debate, so they are read one by one, too.
    versions: (await store.debateVersions.ofOwner(instructorId)).map((each) => ({
      ...each,
      savedAt: new Date(each.savedAt),
      path: `/api/debates/${each.debateId}/versions/${each.version}`,
    })),
    // [U11] Up to 20 MB each, so they are downloaded one by one.
    files: (await store.sources.namesOf(instructorId)).map(({ debateId, name }) => ({
      debateId,
      name,
      path: `/api/debates/${debateId}/source`,
    })),
    shares: {
      given: debates.map(({ id }, index) => ({ debateId: id, ...shared[index] })),
      received: await store.debateShares.givenTo(instructorId),
    },
    templates: await store.templates.of(instructorId),
    classes: await readClasses(store, instructorId),
    platforms: await readPlatforms(store, instructorId),
    audit: (await store.audit.of(instructorId)).map(({ at, ...entry }) => ({ at: new Date(at), ...entry })),
    sessions: sessions.map(({ session: { id, code, phase, settings, createdAt, closedAt }, ...counts }) => ({
      code,
      phase,
      settings,
      createdAt: new Date(createdAt),
      closedAt: closedAt === null ? null : new Date(closedAt),
      ...counts,
      note: notes.get(id) ?? null,
    })),
  };
}

async function readClasses(store: Dependencies["store"], instructorId: string) {
  const classes = [];
  for (const { id } of await store.classes.of(instructorId))
    classes.push(await store.classes.byId(instructorId, id));
  return classes;
}

/** [Q50] Who the instructor is on learning platforms, what they picked there, and by which links they came. */
async function readPlatforms({ platformPeople, courseLinks }: Dependencies["store"], instructorId: string) {
  const accounts = await platformPeople.ofInstructor(instructorId);
  const items = await courseLinks.itemsOf(instructorId);
  return {
    accounts: accounts.map(({ linkedAt, ...each }) => ({ ...each, linkedAt: new Date(linkedAt) })),
    items: items.map(({ at, ...item }) => ({ ...item, at: new Date(at) })),
    links: (await courseLinks.ofInstructor(instructorId)).map(({ title, contextTitle }) => ({
      title,
      course: contextTitle,
    })),
  };
}

/** [G8] Deletes an account with everything in it, and notifies people in its sessions; `actorId`: who does it. */
export async function deleteAccount(
  parts: Dependencies,
  instructorId: string,
  actorId = instructorId,
): Promise<void> {
  // By id, as some may be unreadable.
  const at = parts.clock();
  for (const id of await parts.store.sessions.idsOfHost(instructorId))
    await deleteSession(parts, id, { actor: "host", at });
  await parts.store.accounts.remove(instructorId, at, actorId);
}
