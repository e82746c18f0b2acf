import { expect } from "vitest";
import type { Choice } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import type { TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

export const FOR = "A neighbor that trades does not shell you.";
export const AGAINST = "Islands were promised before, and nothing came of it.";
export const WHY = "We never said that about trade.";

/** A class that has voted, `choices` in both rounds, and stands at its best arguments of the other side. */
export async function voted(
  server: TestServer,
  choices: readonly (Choice | null)[],
  settings: GivenSettings = {},
) {
  const course = { activities: { steelman: {} }, ...settings };
  const { code, urls } = await server.open(course);
  const host = await server.connect("host", { code });
  const students = await Promise.all(
    choices.map(async (_, n) =>
      server.connect("student", { code, ticket: (await server.join(`Student ${n + 1}`, code)).ticket }),
    ),
  );
  for (const round of ["before", "after"] as const) {
    await moveTo(host, round, course);
    for (const [n, student] of students.entries()) {
      const choice = choices[n];
      if (choice) expect(await student.send("ballot:cast", ballot(choice, round))).toMatchObject(OK);
    }
  }
  await moveTo(host, "steelman", course);
  return { code, urls, host, students: students as [Client, Client, Client, Client, Client] };
}

export const write = (client: Client, body: string, side?: "for" | "against") =>
  client.send("steelman:write", { body, ...(side && { side }) });
export const ask = (client: Client) => client.send("steelman:ask", {});
export const rate = (client: Client, steelmanId: string, fair: boolean, why?: string, words?: string) =>
  client.send("steelman:rate", {
    ...{ steelmanId, fair },
    ...(why !== undefined && { why }),
    ...(words !== undefined && { words }),
  });
export const steelmanOf = async (client: Client) => (await client.sync()).you?.steelman;
/** The one text that a student was given and has not rated. */
export async function given(client: Client): Promise<string> {
  expect(await ask(client)).toEqual({ ok: true, given: true });
  const open = (await steelmanOf(client))?.given.filter(({ fair }) => fair === undefined) ?? [];
  expect(open).toHaveLength(1);
  return open[0]?.id ?? "";
}
/** A client that opened the assistant's link. */
export async function connectAssistant(server: TestServer, code: string): Promise<Client> {
  const made = await server.asInstructor(`/api/sessions/${code}/links/assistant`, {
    json: {},
  });
  const key = new URL(((await made.json()) as { url: string }).url).searchParams.get("key");
  return server.connect("host", { code, key }, { cookie: undefined });
}
export const textsFor = async (client: Client) =>
  ((await client.send("host:steelmen", {})) as { steelmen: { id: string; body: string; by?: string }[] })
    .steelmen;
export const cookieOf = (code: string, client: Client) => ({
  headers: { cookie: `seat-${code}=${(client.socket.auth as { ticket: string }).ticket}` },
});
