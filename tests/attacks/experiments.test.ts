import { expect, test } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** What only the host may read of an experiment; `arm` is everyone's own. */
const SECRET = /"(?:drawn|did|difference|enough|stratum|block|seed|plan)":/u;
const VOTES = Array.from({ length: 20 }, (_, place): Choice => (place % 2 ? "for" : "against"));

async function lesson(server: TestServer, settings: GivenSettings) {
  const [host, wall] = await server.seats("host", "screen");
  const students: Client[] = [];
  for (const [place] of VOTES.entries()) {
    const { ticket } = await server.join(settings.identity === "named" ? `Student ${place}` : undefined);
    students.push(await server.connect("student", { ticket }));
  }
  const vote = async (round: "before" | "reading" | "after") => {
    for (const [place, student] of students.entries())
      await student.send("ballot:cast", ballot(VOTES[(place * 3) % 7] ?? "undecided", round));
  };
  await moveTo(host, "before");
  await vote("before");
  await moveTo(host, "reading-vote", settings);
  await vote("reading");
  await moveTo(host, "after", settings);
  await vote("after");
  await moveTo(host, "closed", settings);
  return { wall, students };
}

test.each(["anonymous", "pseudonym", "named"] as const)(
  "[M25] [M27] [M31] in a session with identity %s neither a classmate nor the projector, an assistant or a colleague finds anything of an experiment but an own half",
  async (identity) => {
    const settings: GivenSettings = {
      identity,
      activities: { experiment: { kind: "arguing" } },
      questions: { readingVote: true },
    };
    await using server = await startServer({ settings });
    const key = keyIn((await (await server.asHost("/links/assistant", { json: {} })).json()).url);
    const { wall, students } = await lesson(server, settings);
    const assistant = await server.connect("host", { key }, { cookie: undefined });
    const [ada] = students as [Client, ...Client[]];
    const { you } = await ada.sync();
    const ticket = (ada.socket.auth as { ticket: string }).ticket;
    const { code, urls } = server.session;
    const cookies = {
      classmate: `seat-${code}=${ticket}`,
      colleague: await server.colleague(),
      nobody: "",
    };
    const said: Record<string, string> = {};
    for (const [who, client] of Object.entries({ classmate: ada, wall, assistant }))
      said[who] = JSON.stringify([client.heard, await client.sync()]);
    for (const [who, cookie] of Object.entries(cookies))
      for (const path of [
        ...["", "/results", `/results?key=${keyIn(urls.screen)}`, `/results?key=${key}`, "/results?as=host"],
        ...["/card", "/summary", "/package", "/timeline", "/participation", "/fairness"],
        ...TABLES.map((table) => `/export?table=${table}&format=json`),
      ]) {
        const answered = await server.request(`/api/sessions/${code}${path}`, { headers: { cookie } });
        said[`${who} ${path}`] = await answered.text();
      }
    const found = Object.entries(said).flatMap(([who, text]) => {
      const [secret] = SECRET.exec(text) ?? [];
      return secret === undefined ? [] : [[who, secret]];
    });
    expect(found).toEqual([]);
    const arms = said.classmate?.match(/"arm":"[ab]"/gu) ?? [];
    expect(new Set(arms)).toEqual(new Set([`"arm":"${you?.experiment?.arm}"`]));
    for (const who of ["wall", "assistant"]) expect(said[who]).not.toContain('"arm"');
    expect(await (await server.asHost("/results")).text()).toMatch(SECRET);
  },
);
