import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { atReading, KIT_WITH_QUESTIONS as KIT } from "#tests/support/questions.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";
import { dump } from "#tests/support/tables.ts";

const answer = (client: Client, answers: (number | null)[]) =>
  client.send("comprehension:answer", { answers });

const ticketOf = (client: Client) => (client.socket.auth as { ticket: string }).ticket;
const as = (code: string, client: Client) => ({ headers: { cookie: `seat-${code}=${ticketOf(client)}` } });

describe("[Y4] the questions on the positions", () => {
  test("are answered while the class reads, the newest answers count, and then it learns what is right", async () => {
    await using server = await startServer();
    const { code, host, ada, bob } = await atReading(server);
    const read = async () => (await server.request(`/api/sessions/${code}/debate`)).json();
    expect((await read()).questions).toEqual(
      KIT.questions.map(({ question, options }) => ({ question, options })),
    );
    expect(await answer(ada, [0, null])).toEqual(OK);
    expect(await answer(ada, [1, 2])).toEqual(OK);
    expect(await answer(bob, [1, null])).toEqual(OK);
    expect((await ada.sync()).you?.answers).toEqual([1, 2]);
    await host.sees(({ check }) => check?.answered === 2);
    expect((await host.sync()).session.check).toEqual({
      answered: 2,
      options: [
        [0, 2],
        [0, 0, 1],
      ],
    });
    for (const wrong of [[0], [2, 0], [0, 0, 0]])
      expect(await answer(ada, wrong)).toEqual(refused("malformed"));
    await moveTo(host, "rebuttal");
    expect(await answer(bob, [0, 0])).toEqual(refused("wrong-phase"));
    expect((await read()).questions).toEqual(KIT.questions);
  });

  test("[Y1] no one of the class is sent what is right before that, nor notes", async () => {
    await using server = await startServer();
    const { code, ada } = await atReading(server);
    const phone = await (await server.request(`/api/sessions/${code}/phone`, as(code, ada))).text();
    const debate = await (await server.request(`/api/sessions/${code}/debate`)).text();
    for (const text of [phone, debate]) {
      expect(text).toContain("An advantage");
      expect(text).toContain("Since when?");
      for (const secret of ["Because it says so", '"answer":', "A note for the teacher"])
        expect(text).not.toContain(secret);
    }
  });
});

describe("[Y5] what was answered", () => {
  test("is told to the host as counts, and exported so, also once a student was removed or the host deleted the seat", async () => {
    await using server = await startServer();
    const { code, host, ada, bob } = await atReading(server);
    await answer(ada, [1, 0]);
    await answer(bob, [0, 0]);
    const told = {
      answered: 2,
      options: [[1, 1], [2]],
    };
    await host.sees(({ check }) => check?.answered === 2);
    const { participantId = "" } = (await bob.sync()).you ?? {};
    const looks = async () => {
      expect((await host.sync()).session.check).toEqual(told);
      const exported = await server.request(`/api/sessions/${code}/export?table=comprehension&format=json`, {
        headers: { cookie: server.cookie },
      });
      expect(((await exported.json()) as { rows: object[] }).rows.slice(0, 3)).toEqual([
        { question: 1, option: 1, right: false, count: 1 },
        { question: 1, option: 2, right: true, count: 1 },
        { question: 2, option: 1, right: true, count: 2 },
      ]);
    };
    await looks();
    expect(await host.send("host:remove", { participantIds: [participantId] })).toMatchObject(OK);
    await looks();
    expect(await restoreSeat(host)).toMatchObject(OK);
    await looks();
    await server.request(`/api/sessions/${code}/participants/${participantId}?scope=seat`, {
      method: "DELETE",
      headers: { cookie: server.cookie },
    });
    await looks();
    await moveTo(host, "rebuttal");
    await looks();
  });

  test("is hidden from the host of an anonymous session until the results, also in between", async () => {
    await using server = await startServer();
    const { code, host, ada, bob } = await atReading(server, { identity: "anonymous" });
    const exported = () =>
      server.request(`/api/sessions/${code}/export?table=comprehension`, {
        headers: { cookie: server.cookie },
      });
    await answer(ada, [1, 0]);
    await host.sees(({ check }) => check?.answered === 1);
    await moveTo(host, "rebuttal");
    expect((await host.sync()).session.check).toEqual({ answered: 1 });
    expect((await exported()).status).toBe(409);
    await moveTo(host, "reading");
    await answer(bob, [1, null]);
    await moveTo(host, "after");
    expect((await host.sync()).session.check).toEqual({ answered: 2 });
    await moveTo(host, "results");
    const told = { answered: 2, options: [[0, 2], [1]] };
    expect((await host.sync()).session.check).toEqual(told);
    const file = await (await exported()).text();
    // A seat that is deleted then changes nothing: the difference would be its answers.
    await server.request(`/api/sessions/${code}/mine?scope=seat`, { method: "DELETE", ...as(code, bob) });
    expect((await dump(server.database)).comprehension).not.toContain("[1,null]");
    await moveTo(host, "closed");
    expect((await host.sync()).session.check).toEqual(told);
    expect(await (await exported()).text()).toBe(file);
  });

  test("[G1] [G3] is in the student's own file, and goes with the seat", async () => {
    await using server = await startServer();
    const { code, ada } = await atReading(server);
    await answer(ada, [1, null]);
    const own = await server.request(`/api/sessions/${code}/mine`, as(code, ada));
    expect(await own.json()).toMatchObject({ answers: [1, null] });
    await server.request(`/api/sessions/${code}/mine?scope=seat`, { method: "DELETE", ...as(code, ada) });
    expect((await dump(server.database)).comprehension).toBe("[]");
  });
});
