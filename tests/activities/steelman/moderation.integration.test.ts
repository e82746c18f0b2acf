import { describe, expect, test } from "vitest";
import type { Client } from "#tests/support/client.ts";
import { OK, refused } from "#tests/support/lesson.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";
import {
  AGAINST,
  ask,
  cookieOf,
  FOR,
  given,
  rate,
  steelmanOf,
  voted,
  WHY,
  write,
} from "#tests/support/steelman.ts";
import { dump } from "#tests/support/tables.ts";

describe("[P20] moderation", () => {
  test("[W7] a listed word in the writer's name doesn't hold a text: an assistant would know whose it is", async () => {
    await using server = await startServer();
    const filter: GivenSettings = { identity: "named", filter: { holds: true, words: ["student"] } };
    const { students } = await voted(server, ["for"], filter);
    const [ada] = students;
    await write(ada, AGAINST);
    expect((await steelmanOf(ada))?.own?.status).toBe("published");
    await write(ada, "A student would not say so.");
    expect((await steelmanOf(ada))?.own?.status).toBe("pending");
  });

  test("[R2] a text waits where the host approves first, and what is not shown is given to no one", async () => {
    await using server = await startServer();
    const { host, students } = await voted(server, ["for", "against"], { moderation: "before" });
    const [ada, bob] = students;
    await write(bob, FOR);
    expect((await steelmanOf(bob))?.own?.status).toBe("pending");
    expect(await ask(ada)).toEqual({ ok: true, given: false });
    await host.sees(({ steelman }) => steelman?.waiting === 1);
    const { steelmen } = (await host.send("host:steelmen", {})) as { steelmen: { id: string }[] };
    const id = steelmen[0]?.id ?? "";
    expect(await host.send("host:steelman", { steelmanId: id, action: "show" })).toEqual(OK);
    expect(await given(ada)).toBe(id);
    expect(await host.send("host:steelman", { steelmanId: id, action: "hide" })).toEqual(OK);
    await ada.hearsMine(({ steelman }) => steelman?.given.length === 0);
    expect(await rate(ada, id, true)).toEqual(refused("not-found"));
    // It does not come back when it is rewritten.
    await write(bob, `${FOR} And it pays.`);
    expect((await steelmanOf(bob))?.own?.status).toBe("pending");
    await host.hearsLog((entries) => entries.some(({ kind }) => kind === "steelman-hidden"));
  });

  test("what was rewritten since it was read is neither approved nor hidden unseen", async () => {
    await using server = await startServer();
    const { host, students } = await voted(server, ["for", "against"], { moderation: "before" });
    const [ada, bob] = students;
    const other = `${FOR} And it pays.`;
    await write(bob, FOR);
    const { steelmen } = (await host.send("host:steelmen", {})) as { steelmen: { id: string }[] };
    const steelmanId = steelmen[0]?.id ?? "";
    await write(bob, other);
    for (const action of ["show", "hide"] as const)
      expect(await host.send("host:steelman", { steelmanId, action, words: FOR })).toEqual(refused("stale"));
    expect(await ask(ada)).toEqual({ ok: true, given: false });
    expect(await host.send("host:steelman", { steelmanId, action: "show", words: other })).toEqual(OK);
    expect(await given(ada)).toBe(steelmanId);
  });

  test("[W7] listed words make a text wait, and a reason reach the host alone", async () => {
    await using server = await startServer();
    const filter: GivenSettings = { filter: { holds: true, words: ["traitor"] } };
    const { host, students } = await voted(server, ["for", "against", "against"], filter);
    const [ada, bob, cyd] = students;
    await write(cyd, "They are traitors... a traitor, all of them.");
    expect((await steelmanOf(cyd))?.own?.status).toBe("pending");
    await write(bob, FOR);
    const id = await given(ada);
    await rate(ada, id, false, "What a traitor.");
    expect((await steelmanOf(bob))?.own?.scores).toEqual([{ fair: false }]);
    const { steelmen } = (await host.send("host:steelmen", {})) as { steelmen: { id: string }[] };
    expect(steelmen.find((text) => text.id === id)).toMatchObject({
      scores: [{ fair: false, why: "What a traitor.", held: true }],
    });
  });

  test("[B4] a removed seat's text is given to no one, and its answers are told to no one", async () => {
    await using server = await startServer();
    const { code, host, students } = await voted(server, ["for", "for", "against", "against"]);
    const [ada, bob, cyd, dan] = students;
    await write(cyd, FOR);
    const id = await given(ada);
    await rate(ada, id, true);
    await host.send("host:remove", { participantIds: [ada.participantId] });
    expect((await steelmanOf(cyd))?.own?.scores).toEqual([]);
    const own = await server.request(`/api/sessions/${code}/mine`, cookieOf(code, cyd));
    expect(await own.json()).toMatchObject({ steelman: { fair: 0, notFair: 0 } });
    await host.send("host:remove", { participantIds: [cyd.participantId] });
    expect(await ask(bob)).toEqual({ ok: true, given: false });
    await restoreSeat(host);
    expect(await given(bob)).toBe(id);
    expect(await ask(dan)).toEqual({ ok: true, given: false });
  });
});

describe("[P21] data", () => {
  test("[G1] [G2] [G3] is downloaded, exported, and deleted with words or seat", async () => {
    await using server = await startServer();
    const { code, students } = await voted(server, ["for", "against"]);
    const [ada, bob] = students;
    await write(bob, FOR);
    const id = await given(ada);
    await rate(ada, id, true, WHY);
    const own = async (client: Client) =>
      (await server.request(`/api/sessions/${code}/mine`, cookieOf(code, client))).json();
    expect(await own(bob)).toMatchObject({ steelman: { side: "for", body: FOR, fair: 1, notFair: 0 } });
    expect(JSON.stringify(await own(bob))).not.toContain(WHY);
    expect(await own(ada)).toMatchObject({
      steelman: null,
      steelmanRatings: [{ steelmanId: id, fair: true, why: WHY }],
    });
    const exported = async (table: string) => {
      const path = `/api/sessions/${code}/export?table=${table}&format=json`;
      const answer = await server.request(path, { headers: { cookie: server.cookie } });
      return ((await answer.json()) as { rows: object[] }).rows;
    };
    expect(await exported("steelmen")).toMatchObject([{ name: "Student 2", id, body: FOR, fair: 1 }]);
    expect(await exported("steelmanRatings")).toMatchObject([
      { name: "Student 1", steelman: id, fair: true, why: WHY },
    ]);
    const erase = (client: Client, scope: string) =>
      server.request(`/api/sessions/${code}/mine?scope=${scope}`, {
        method: "DELETE",
        ...cookieOf(code, client),
      });
    expect((await erase(ada, "words")).status).toBe(204);
    expect(await exported("steelmanRatings")).toMatchObject([{ fair: true, why: null }]);
    expect((await erase(ada, "seat")).status).toBe(204);
    expect(await exported("steelmanRatings")).toEqual([]);
    expect((await steelmanOf(bob))?.own?.scores).toEqual([]);
    expect((await erase(bob, "words")).status).toBe(204);
    expect(await exported("steelmen")).toEqual([]);
    expect((await dump(server.database)).steelman).toBe("[]");
  });
});
