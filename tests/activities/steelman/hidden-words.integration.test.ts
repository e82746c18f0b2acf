import { describe, expect, test } from "vitest";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";
import {
  ask,
  connectAssistant,
  FOR,
  given,
  rate,
  steelmanOf,
  textsFor,
  voted,
  write,
} from "#tests/support/steelman.ts";

const hide = (...seats: { participantId: string }[]) => ({
  participantIds: seats.map(({ participantId }) => participantId),
  action: "hide" as const,
});

describe("[R16] hiding what someone wrote, in a class that wrote best arguments", () => {
  test("takes their text from its raters, counts it, and is undone in its list", async () => {
    await using server = await startServer();
    const { host, students } = await voted(server, ["for", "against", "against"]);
    const [ada, bob, cyd] = students;
    await write(bob, FOR);
    const id = await given(ada);
    for (const { heard } of [ada, bob]) heard.length = 0;
    expect(await host.send("host:moderate", hide(bob, cyd))).toEqual({
      ok: true,
      ...{ entries: [], steelmen: 1 },
    });
    await ada.hearsMine(({ steelman }) => steelman?.given.length === 0);
    await bob.hearsMine(({ steelman }) => steelman?.own?.status === "hidden");
    expect(await rate(ada, id, true)).toEqual(refused("not-found"));
    const { log = [] } = await host.sync();
    expect(log[0]).toMatchObject({ kind: "steelman-hidden", actor: "host", canUndo: false });
    // A second time there is nothing to hide.
    expect(await host.send("host:moderate", hide(bob, cyd))).toEqual({ ok: true, entries: [] });
    ada.heard.length = 0;
    expect(await host.send("host:steelman", { steelmanId: id, action: "show" })).toEqual(OK);
    await ada.hearsMine(({ steelman }) => steelman?.given.length === 1);
  });

  test("is one decision with their rebuttals, whose undoing leaves the text hidden", async () => {
    await using server = await startServer();
    const course = { moderation: "before" as const };
    const { host, students } = await voted(server, ["for", "against"], course);
    const [ada, bob] = students;
    await moveTo(host, "rebuttal", { activities: { steelman: {} }, ...course });
    expect(await bob.send("rebuttal:post", rebuttal({ body: "Trade ends in tolls." }))).toMatchObject(OK);
    await moveTo(host, "steelman", { activities: { steelman: {} }, ...course });
    await write(bob, FOR);
    await host.sees(({ steelman }) => steelman?.waiting === 1);
    const hidden = (await host.send("host:moderate", hide(bob))) as { entries: number[]; steelmen: number };
    expect([hidden.entries.length, hidden.steelmen]).toEqual([1, 1]);
    // Also one that waited for approval.
    await host.sees(({ steelman }) => steelman?.waiting === 0);
    expect(await host.send("host:undo", { entries: hidden.entries })).toMatchObject(OK);
    expect((await host.sync()).rebuttals).toMatchObject([{ status: "pending" }]);
    expect((await steelmanOf(bob))?.own?.status).toBe("hidden");
    expect(await ask(ada)).toEqual({ ok: true, given: false });
  });

  test("[P19] is in the host's log alone: an assistant would read it beside the rebuttals hidden with it", async () => {
    await using server = await startServer();
    const { code, host, students } = await voted(server, ["for", "against"]);
    const [, bob] = students;
    await write(bob, FOR);
    const assistant = await connectAssistant(server, code);
    assistant.heard.length = 0;
    expect(await host.send("host:moderate", hide(bob))).toMatchObject({ ok: true, steelmen: 1 });
    const kinds = async (reader: typeof host) => {
      const earlier = await reader.send("host:log", { before: Number.MAX_SAFE_INTEGER });
      const { log = [] } = await reader.sync();
      return [...log, ...(earlier.ok ? (earlier.log ?? []) : [])].map(({ kind }) => kind);
    };
    expect(await kinds(host)).toContain("steelman-hidden");
    expect(await kinds(assistant)).not.toContain("steelman-hidden");
    expect(JSON.stringify(assistant.heard)).not.toContain("steelman-hidden");
  });

  test("[P19] leaves the text alone where an assistant does it, who would learn whose it is", async () => {
    await using server = await startServer();
    const { code, host, students } = await voted(server, ["for", "against"]);
    const [ada, bob] = students;
    await write(bob, FOR);
    const id = await given(ada);
    const assistant = await connectAssistant(server, code);
    const before = await textsFor(assistant);
    expect(await assistant.send("host:moderate", hide(bob))).toEqual({ ok: true, entries: [] });
    expect(await textsFor(assistant)).toEqual(before);
    expect(await rate(ada, id, true)).toEqual(OK);
    expect((await host.sync()).log?.map(({ kind }) => kind)).not.toContain("steelman-hidden");
  });
});
