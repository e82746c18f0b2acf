import { expect, test } from "vitest";
import type { PhonePage } from "#debate/protocol/pages.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";
import { as, paired, say, tableOf } from "#tests/support/pairs.ts";
import { startServer } from "#tests/support/server.ts";

const AFTER = { activities: { pairs: { when: "after", by: "voice" } } } as const;
const told = (client: Client) => client.hearsMine(({ pair }) => pair !== undefined);

test("[P25] a phone that looked at another phase has its table again when the class comes back", async () => {
  await using server = await startServer();
  const { host, course, students } = await paired(server, 2, AFTER);
  const [ada] = students;
  const table = await tableOf(ada);
  await moveTo(host, "after", course);
  expect((await ada.sync()).you).not.toHaveProperty("pair");
  ada.heard.length = 0;
  await moveTo(host, "pairs", course);
  expect(await told(ada)).toMatchObject({ pair: table });
  // [P24] So has one that asks for a place that it has.
  ada.heard.length = 0;
  expect(await ada.send("pairs:join", {})).toEqual(OK);
  expect(await told(ada)).toMatchObject({ pair: table });
});

test.each(["removed", "deleted"] as const)(
  "[P24] whose partner was %s in another phase is not alone when the class comes back",
  async (how) => {
    await using server = await startServer();
    const { code, host, course, students } = await paired(server, 4, AFTER);
    await moveTo(host, "rebuttal", course);
    const { participantId } = students[0];
    if (how === "removed") await host.send("host:remove", { participantIds: [participantId] });
    else
      await server.request(`/api/sessions/${code}/participants/${participantId}?scope=seat`, {
        method: "DELETE",
        headers: { cookie: server.cookie },
      });
    await moveTo(host, "pairs", course);
    const tables = await Promise.all(students.slice(1).map(tableOf));
    expect(tables.map(({ partners }) => partners.length)).toEqual([2, 2, 2]);
    expect((await host.sync()).session.pairs).toMatchObject({ tables: 1, alone: 0 });
  },
);

test("[P27] [W13] a line that is written while a page loads is on it once it is connected", async () => {
  await using server = await startServer();
  const { code, students } = await paired(server, 2, {
    activities: { pairs: { when: "after", by: "text" } },
  });
  const [ada, bob] = students;
  bob.close();
  const page = await server.request(`/api/sessions/${code}/phone`, as(code, bob));
  const { seat } = (await page.json()) as PhonePage;
  if (!seat || seat === "removed") throw new Error("no seat");
  expect(seat.you.pair).toMatchObject({ lines: [] });
  expect(await say(ada, "Trade keeps peace.")).toMatchObject(OK);
  const { ticket } = bob.socket.auth as { ticket: string };
  const again = await server.connect("student", { code, ticket, version: seat.version });
  expect(await again.hears("synced")).toMatchObject({
    you: { pair: { lines: [{ body: "Trade keeps peace." }] } },
  });
});
