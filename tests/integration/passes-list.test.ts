import { describe, expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { codesOf, joins, made, personal } from "#tests/support/passes.ts";

describe("the list of personal codes", () => {
  test("[J7] grows to 1,000 different codes and no further, also with two presses at once", async () => {
    await using its = await personal(300);
    const { server } = its;
    const both = await Promise.all([made(server, 400), made(server, 400)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    expect((await made(server, 300)).status).toBe(201);
    expect(await made(server, 1)).toMatchObject({ status: 429, error: { code: "too-many" } });
    for (const count of [0, -1, 1.5, 1_001, "30", null])
      expect(await made(server, count)).toMatchObject({ status: 400, error: { code: "malformed" } });
    const codes = codesOf(await (await server.asHost("/passes")).json());
    expect(new Set(codes).size).toBe(1_000);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
  });

  test("[J7] is made once that is asked for again after a lost answer, also where more are asked for then", async () => {
    await using its = await personal(3);
    const { server, passes } = its;
    const makes = async (json: object) => {
      const made = await server.asHost("/passes", { json });
      return { status: made.status, codes: made.ok ? codesOf(await made.json()) : [] };
    };
    const [first, again] = await Promise.all([makes({ count: 7, known: 3 }), makes({ count: 7, known: 3 })]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.codes).toEqual(expect.arrayContaining(passes));
    expect(first.codes).toHaveLength(10);
    expect(again.codes).toEqual(first.codes);
    expect((await makes({ count: 2, known: 3 })).codes).toEqual(first.codes);
    expect((await makes({ count: 9, known: 3 })).codes).toHaveLength(12);
    expect((await makes({ count: 1, known: 12 })).codes).toHaveLength(13);
    expect((await makes({ count: 1, known: 1_000 })).codes).toHaveLength(14);
    expect((await makes({ count: 1, known: -1 })).status).toBe(400);
    const made = await server.database.reader.event.findMany({
      where: { kind: "codes" },
      orderBy: { id: "asc" },
    });
    expect(made.map(({ detail }) => detail)).toEqual(["3", "7", "2", "1", "1"]);
  });

  test("[J7] is only for its host, does not grow after the session is closed, and is deleted with it", async () => {
    await using its = await personal(1);
    const { server } = its;
    const headers = { cookie: await server.colleague() };
    const { seat } = await joins(server, { pass: its.passes[0] });
    const student = { cookie: `seat-${server.session.code}=${seat.ticket}` };
    for (const init of [{}, { json: { count: 1 } }]) {
      expect((await server.asStranger("/passes", { ...init, headers })).status).toBe(403);
      for (const nobody of [{}, student])
        expect((await server.asStranger("/passes", { ...init, headers: nobody })).status).toBe(401);
    }
    expect((await server.app.pageApi.passes(new Headers(headers), server.session.code)).ok).toBe(false);
    const host = await server.connect("host");
    await moveTo(host, "closed");
    expect(await made(server, 1)).toMatchObject({ status: 409, error: { code: "closed" } });
    await server.asHost("", { method: "DELETE" });
    expect(await server.database.reader.pass.count()).toBe(0);
  });

  test.each(["pseudonym", "named"] as const)("[J9] says which were used (%s)", async (identity) => {
    await using its = await personal(2, { identity });
    const { server, passes } = its;
    await joins(server, { pass: passes[1], name: "Ada" });
    const { code } = server.session;
    expect(await (await server.asHost("/passes")).json()).toEqual({
      passes: [
        { code: passes[0], isUsed: false },
        { code: passes[1], isUsed: true },
      ],
    });
    expect(await (await server.asHost("/passes?format=csv")).text()).toBe(
      `code,link,isUsed\n${passes[0]},${server.url}/s/${code}#pass=${passes[0]},false\n${passes[1]},${server.url}/s/${code}#pass=${passes[1]},true\n`,
    );
    expect((await server.asHost("/passes?format=xml")).status).toBe(400);
  });

  test("[J9][V7] does not say in an anonymous session which codes were used, and nothing ties a code to a seat", async () => {
    await using its = await personal(2, { identity: "anonymous" });
    const { server, passes } = its;
    const before = [await server.asHost("/passes"), await server.asHost("/passes?format=csv")];
    const page = () => server.app.pageApi.passes(new Headers({ cookie: server.cookie }), server.session.code);
    const pageBefore = await page();
    const { seat } = await joins(server, { pass: passes[0] });
    const after = [await server.asHost("/passes"), await server.asHost("/passes?format=csv")];
    const texts = (answers: Response[]) => Promise.all(answers.map((answer) => answer.text()));
    expect(await texts(after)).toEqual(await texts(before));
    expect(await page()).toEqual(pageBefore);

    const { reader } = server.database;
    const rows = async () => ({
      participants: await reader.participant.findMany(),
      events: await reader.event.findMany(),
    });
    const text = (value: unknown) =>
      JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}` : each));
    for (const pass of passes) expect(text(await rows())).not.toContain(pass);
    expect(text(await reader.pass.findMany())).not.toContain(seat.participantId);
    for (const table of ["participants", "ballots", "rebuttals", "events"])
      expect(await (await server.asHost(`/export?table=${table}`)).text()).not.toContain(passes[0]);
  });
});
