import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { OK, refused } from "#tests/support/lesson.ts";
import { as, atPairs, companyOf, linesOf, say, steer, tableOf, tablesOf } from "#tests/support/pairs.ts";
import { startServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import { dump } from "#tests/support/tables.ts";

describe("[P27] in writing", () => {
  test("a line is read by the partners and the host, by no one else, and by no one who comes later", async () => {
    await using server = await startServer();
    const { code, enter, host, students } = await atPairs(server, ["for", "against", "for", "against"], {
      activities: { pairs: { when: "instead", by: "text" } },
    });
    await steer(host, "make");
    const [ada] = students;
    const { table } = await tableOf(ada);
    const tables = await tablesOf(students);
    const partner = students[tables.findIndex((each, n) => each === table && n > 0)] as Client;
    const others = students.filter((each) => each !== ada && each !== partner);
    const id = randomUUID();
    expect(await say(ada, "Trade keeps the peace.", id)).toEqual({ ok: true, id });
    expect(await say(ada, "Trade keeps the peace.", id)).toEqual({ ok: true, id });
    expect(await say(partner, "Mine.", id)).toEqual(refused("duplicate"));
    const name = (await ada.sync()).you?.name;
    await partner.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 1);
    expect(await linesOf(partner)).toEqual([`${name}: Trade keeps the peace.`]);
    expect(await linesOf(ada)).toEqual(["you: Trade keeps the peace."]);
    expect(await host.send("host:pair-lines", { table })).toMatchObject({
      lines: [{ id, by: name, body: "Trade keeps the peace.", status: "published" }],
    });
    const late = await enter("Late");
    await late.send("pairs:join", {});
    const { table: joined } = await tableOf(late);
    expect(await linesOf(late)).toEqual([]);
    for (const each of [...others, ...(joined === table ? [] : [late])]) {
      await each.sync();
      expect(JSON.stringify([each.heard, each.answers])).not.toContain("Trade keeps the peace.");
    }
    await host.send("host:remove", { participantIds: [partner.participantId] });
    expect(await say(ada, "Still here.")).toMatchObject(OK);
    const own = await (await server.request(`/api/sessions/${code}/mine`, as(code, ada))).json();
    expect(own.pairLines).toMatchObject([{ body: "Trade keeps the peace." }, { body: "Still here." }]);
  });

  test("a line is read by the partners also where the clock has stepped back since they sat down", async () => {
    let now = Date.now();
    await using server = await startServer({ clock: () => now });
    const { host, students } = await atPairs(server, ["for", "against"], {
      activities: { pairs: { when: "instead", by: "text" } },
    });
    await steer(host, "make");
    now -= 5_000;
    expect(await say(students[0], "Trade keeps the peace.")).toMatchObject(OK);
    expect(await linesOf(students[1])).toHaveLength(1);
  });

  test("a line that was written to an earlier partner is refused as stale, and reaches no one", async () => {
    await using server = await startServer();
    const { host, students } = await atPairs(server, ["for", "against", "for", "against"], {
      activities: { pairs: { when: "instead", by: "text" } },
    });
    await steer(host, "make");
    const [ada, bob, , dan] = students;
    const before = await companyOf(ada);
    const groups = await Promise.all([bob, dan].map(async (each) => (await tableOf(each)).group));
    expect(groups.filter((each) => each === before.group)).toHaveLength(1);
    const id = randomUUID();
    expect(await say(ada, "Trade keeps the peace.", id, before)).toMatchObject(OK);
    await steer(host, "make");
    expect(await say(ada, "Between us two.", randomUUID(), before)).toEqual(refused("stale"));
    for (const each of students) expect(await linesOf(each)).toEqual([]);
    // [R4] What the earlier partner has read stays said.
    expect(await say(ada, "Trade keeps the peace.", id, before)).toMatchObject(OK);
    expect(await say(ada, "Hello.", randomUUID(), await companyOf(ada))).toMatchObject(OK);
    // Without `to` the line is for those who sit there now.
    expect(await say(ada, "And you?")).toMatchObject(OK);
    expect(await linesOf(ada)).toEqual(["you: Hello.", "you: And you?"]);
  });

  test("a line that was written before someone joined the table is refused as stale, and not read by them", async () => {
    await using server = await startServer();
    const { enter, host, students } = await atPairs(server, ["for", "against"], {
      activities: { pairs: { when: "instead", by: "text" } },
    });
    await steer(host, "make");
    const [ada, bob] = students;
    const two = await companyOf(ada);
    expect(await companyOf(bob)).toEqual(two);
    const late = await enter("Late");
    await late.send("pairs:join", {});
    const three = await companyOf(late);
    expect(await companyOf(ada)).toEqual(three);
    // The id is whole: exports name the same group by it.
    expect(three.group).toBe(two.group);
    expect(await say(ada, "Between us two.", randomUUID(), two)).toEqual(refused("stale"));
    expect(await linesOf(late)).toEqual([]);
    expect(await say(ada, "Hello.", randomUUID(), three)).toMatchObject(OK);
    expect(await linesOf(late)).toHaveLength(1);
    // Who stays when one leaves wrote to no one else.
    await host.send("host:remove", { participantIds: [bob.participantId] });
    expect(await say(ada, "Still to you.", randomUUID(), three)).toMatchObject(OK);
  });

  test("[W7] a listed word waits for the host, who hides and shows lines", async () => {
    await using server = await startServer();
    const filter: GivenSettings = {
      filter: { holds: true, words: ["traitor"] },
      activities: { pairs: { when: "instead", by: "text" } },
      moderation: "before",
    };
    const { host, students } = await atPairs(server, ["for", "against"], filter);
    await steer(host, "make");
    const [ada, bob] = students;
    await say(ada, "You traitor.");
    await say(ada, "Sorry.");
    expect(await linesOf(bob)).toHaveLength(1);
    await host.sees(({ pairs }) => pairs?.held?.length === 1);
    const { lines } = (await host.send("host:pair-lines", { table: 1 })) as {
      lines: { id: string; status: string }[];
    };
    expect(lines.map(({ status }) => status)).toEqual(["pending", "published"]);
    const lineId = lines[0]?.id ?? "";
    expect(await host.send("host:pair-line", { lineId, action: "show" })).toEqual(OK);
    expect(await linesOf(bob)).toHaveLength(2);
    expect(await host.send("host:pair-line", { lineId, action: "hide" })).toEqual(OK);
    expect(await linesOf(bob)).toHaveLength(1);
    expect((await tableOf(ada)).lines?.[0]).toMatchObject({ status: "hidden" });
    expect(
      JSON.stringify(await host.hearsLog((log) => log.some(({ kind }) => kind === "pair-line-hidden"))),
    ).not.toContain("traitor");
  });
});

test("[P28] [G1] [G2] [G3] place and lines are downloaded, exported, and deleted with words or seat", async () => {
  await using server = await startServer();
  const { code, host, students } = await atPairs(server, ["for", "against"], {
    activities: { pairs: { when: "instead", by: "text" } },
  });
  await steer(host, "make");
  const [ada, bob] = students;
  await say(ada, "Trade keeps the peace.");
  const own = await (await server.request(`/api/sessions/${code}/mine`, as(code, ada))).json();
  expect(own).toMatchObject({
    pair: { table: 1, away: false },
    pairLines: [{ body: "Trade keeps the peace." }],
  });
  const exported = async (table: string) => {
    const path = `/api/sessions/${code}/export?table=${table}&format=json`;
    const answer = await server.request(path, { headers: { cookie: server.cookie } });
    return ((await answer.json()) as { rows: { name: string; group: string }[] }).rows;
  };
  const seats = await exported("pairs");
  expect(seats.map(({ name }) => name).toSorted()).toEqual(["Student 1", "Student 2"]);
  expect(await exported("pairLines")).toMatchObject([
    { name: "Student 1", body: "Trade keeps the peace.", group: seats[0]?.group },
  ]);
  const erase = (client: Client, scope: string) =>
    server.request(`/api/sessions/${code}/mine?scope=${scope}`, { method: "DELETE", ...as(code, client) });
  await erase(ada, "words");
  await bob.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 0);
  expect(await exported("pairLines")).toEqual([]);
  await erase(ada, "seat");
  expect(await exported("pairs")).toHaveLength(1);
  expect((await dump(server.database)).pair_line).toBe("[]");
});
