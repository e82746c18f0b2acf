import { randomUUID } from "node:crypto";
import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import type { Database } from "#server/store/database.ts";
import { CREDENTIALS } from "#tests/support/requests.ts";
import { type OpenedSession, startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

export const WORD = "maple";
type Listed = { name: string; number?: string };

/** A class of the instructor with that address. */
export async function storeClass(
  database: Database,
  students: readonly (string | Listed)[],
  email = CREDENTIALS.email,
): Promise<string> {
  const owner = await database.reader.instructor.findUniqueOrThrow({ where: { email } });
  const [id, at] = [randomUUID(), BigInt(database.now())];
  const listed = students.map((each) => (typeof each === "string" ? { name: each } : each));
  await database.write((to) =>
    to.class.create({
      data: {
        ...{ id, ownerId: owner.id, name: "3B", word: WORD, createdAt: at, updatedAt: at },
        students: { create: listed.map((student) => ({ ...student, id: randomUUID(), addedAt: at })) },
      },
    }),
  );
  return id;
}

/** Opens a session for a class; the answer of the server. */
export function openFor(server: TestServer, classId: string, settings: GivenSettings = {}, more = {}) {
  const json = {
    debateId: "japan-russia-card",
    classId,
    settings: { identity: "named", ...settings },
    ...more,
  };
  return server.asInstructor("/api/sessions", { json });
}

/** A server with a session for a class of these students. */
export async function classSession(
  students: readonly (string | Listed)[],
  settings: GivenSettings = {},
  options = {},
) {
  const server = await startServer(options);
  const classId = await storeClass(server.database, students);
  const { code }: OpenedSession = await (await openFor(server, classId, settings)).json();
  const at = `/api/sessions/${code}`;
  const asHost = (path: string, init = {}) => server.asInstructor(at + path, init);
  const asStranger = async (path: string, json: object, headers: Record<string, string> = {}) => {
    const answer = await server.request(at + path, { json, headers });
    const body = await answer.json();
    return { status: answer.status, code: body.error?.code as string | undefined, body };
  };
  const list = async (): Promise<SessionClass["students"]> =>
    ((await (await asHost("/class")).json()) as SessionClass).students;
  return {
    ...{ server, classId, code, asHost, asStranger, list },
    /** Joins by a name of the list. */
    chooses: (student: string, more: object = {}) =>
      asStranger("/join", { classWord: WORD, student, ...more }),
    joins: (pass: string | undefined, more: object = {}) => asStranger("/join", { pass, ...more }),
    names: (word = WORD, headers = {}) => asStranger("/names", { word }, headers),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
