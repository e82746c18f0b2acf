import fc from "fast-check";
import { expect } from "vitest";
import { fitting, HOST_SCHEMAS } from "#tests/attacks/payloads.ts";
import { moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";
import { dump } from "#tests/support/tables.ts";

/** All that a host's message can change in a session. What a class was shown is stored a little later, and does not change then. */
export async function stored({ database, session: { code } }: TestServer) {
  const { id, ...session } = await database.reader.session.findFirstOrThrow({ where: { code } });
  const events = await database.reader.event.findMany({ where: { sessionId: id }, orderBy: { id: "asc" } });
  const { session: _session, class_result: _shown, sqlite_sequence: _last, ...tables } = await dump(database);
  const rows = Object.entries(tables).map(([name, text]) => {
    const all: { sessionId?: string }[] = JSON.parse(text);
    return [name, all.filter(({ sessionId = id }) => sessionId === id)] as const;
  });
  return { session, events, tables: Object.fromEntries(rows) };
}

/** A lesson in which each of the host's messages would change something, and those messages. */
export async function lesson(server: TestServer) {
  const [host, ada, screen] = await server.seats("host", "student", "screen");
  const eve = await server.join();
  const bob = await server.connect("student", { ticket: eve.ticket });
  await moveTo(host, "rebuttal");
  const posted = rebuttal();
  expect(await ada.send("rebuttal:post", posted)).toMatchObject(OK);
  const { version } = (await host.sync()).session;
  const [rebuttalId, { participantId }] = [posted.id, bob];
  const several = { rebuttalIds: [rebuttalId], participantIds: [participantId] };
  const aims = { version, rebuttalId, participantId, ...several };
  const messages = HOST_SCHEMAS.map(([name, schema]) => {
    const [payload] = fc.sample(fitting(schema), { seed: 7, numRuns: 1 });
    const fields = Object.keys(payload as object) as (keyof typeof aims)[];
    const aimed = Object.fromEntries(
      fields.filter((field) => field in aims).map((field) => [field, aims[field]]),
    );
    return [name, { ...(payload as object), ...aimed }] as const;
  });
  expect(messages.length).toBeGreaterThanOrEqual(7);
  return { host, ada, bob, screen, messages, ticket: eve.ticket, rebuttalId };
}
