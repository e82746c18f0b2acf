import fc from "fast-check";
import { expect } from "vitest";
import { fitting, HOST_SCHEMAS } from "#tests/attacks/payloads.ts";
import { moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";

/** All that a host's message can change in a session. */
export async function stored({ database: { reader }, session: { code } }: TestServer) {
  const { id, ...session } = await reader.session.findFirstOrThrow({ where: { code } });
  const where = { where: { sessionId: id }, orderBy: { id: "asc" } } as const;
  const [participants, rebuttals, events, speeches, picks, tables, requests, lines, steelmen] =
    await Promise.all([
      reader.participant.findMany(where),
      reader.rebuttal.findMany(where),
      reader.event.findMany(where),
      reader.speech.findMany(where),
      reader.pick.findMany({ where: where.where, orderBy: { reason: "asc" } }),
      reader.pairSeat.findMany({ where: where.where, orderBy: { participantId: "asc" } }),
      reader.pairRequest.findMany({
        where: { participant: where.where },
        orderBy: { participantId: "asc" },
      }),
      reader.pairLine.findMany(where),
      reader.steelman.findMany(where),
    ]);
  const written = { participants, rebuttals, speeches, picks, tables, requests, lines, steelmen };
  return { session, events, ...written };
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
