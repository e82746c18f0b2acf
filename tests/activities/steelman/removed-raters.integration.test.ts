import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { OK, refused } from "#tests/support/lesson.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { ask, cookieOf, FOR, given, rate, steelmanOf, voted, write } from "#tests/support/steelman.ts";
import { dump } from "#tests/support/tables.ts";

describe("[P18] [B4] raters who were removed", () => {
  /** A text that Ada and Bob, who voted For, have rated; Cyd and Eva could. */
  async function ratedByTwo(server: TestServer) {
    const { code, host, students } = await voted(server, ["for", "for", "for", "against", "for"]);
    const [ada, bob, cyd, dan, eva] = students;
    await write(dan, FOR);
    const id = await given(ada);
    expect(await given(bob)).toBe(id);
    for (const each of [ada, bob]) expect(await rate(each, id, true)).toEqual(OK);
    expect(await ask(cyd)).toEqual({ ok: true, given: false });
    const remove = (...seats: Client[]) =>
      host.send("host:remove", { participantIds: seats.map(({ participantId }) => participantId) });
    const counts = async () => JSON.parse((await dump(server.database)).steelman ?? "[]")[0];
    return { code, host, ada, bob, cyd, dan, eva, id, remove, counts };
  }

  test("leave their places to others, and are counted once when the removal is undone", async () => {
    await using server = await startServer();
    const { host, ada, bob, cyd, dan, eva, id, remove, counts } = await ratedByTwo(server);
    expect(await remove(ada, bob)).toMatchObject(OK);
    expect(await given(cyd)).toBe(id);
    await host.sees(({ steelman }) => steelman?.rated === 0);
    expect(await rate(cyd, id, false)).toEqual(OK);
    expect(await restoreSeat(host)).toMatchObject(OK);
    expect(await counts()).toMatchObject({ given: 2, rated: 2 });
    // Two who stay have answered.
    expect(await ask(eva)).toEqual({ ok: true, given: false });
    expect(await restoreSeat(host)).toMatchObject(OK);
    expect(await counts()).toMatchObject({ given: 3, rated: 3 });
    await host.sees(({ steelman }) => steelman?.rated === 3);
    expect((await steelmanOf(dan))?.own?.scores).toHaveLength(3);
  });

  test("[G4] a removed seat that is deleted then is not taken off once more", async () => {
    await using server = await startServer();
    const { code, ada, cyd, dan, eva, id, remove, counts } = await ratedByTwo(server);
    await remove(ada);
    await server.request(`/api/sessions/${code}/mine?scope=seat`, {
      method: "DELETE",
      ...cookieOf(code, ada),
    });
    expect(await counts()).toMatchObject({ given: 1, rated: 1 });
    expect(await given(cyd)).toBe(id);
    await rate(cyd, id, true);
    expect(await ask(eva)).toEqual({ ok: true, given: false });
    expect((await steelmanOf(dan))?.own?.scores).toHaveLength(2);
  });
});

test("[P21] [B4] [R9] a removed writer's text leaves the phone that has it to rate, and comes back when that is undone", async () => {
  await using server = await startServer();
  const { host, students } = await voted(server, ["for", "against", "against"]);
  const [ada, bob, cyd] = students;
  await write(bob, FOR);
  const id = await given(ada);
  const told = async (count: number, deed: () => Promise<unknown>) => {
    ada.heard.length = 0;
    expect(await deed()).toMatchObject(OK);
    await ada.hearsMine(({ steelman }) => steelman?.given.length === count);
  };
  const { participantId } = bob;
  await told(0, () => host.send("host:remove", { participantIds: [cyd.participantId, participantId] }));
  // Another one can be asked for, and rated.
  expect(await rate(ada, id, true)).toEqual(refused("not-found"));
  expect(await ask(ada)).toEqual({ ok: true, given: false });
  await told(1, async () => {
    await restoreSeat(host);
    return restoreSeat(host);
  });
  await told(0, () => host.send("host:remove", { participantIds: [participantId] }));
  const { log = [] } = await host.sync();
  await told(1, () => host.send("host:undo", { entries: [log[0]?.id ?? 0] }));
});
