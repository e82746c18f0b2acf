import { describe, expect, test } from "vitest";
import { moveTo, rebuttal, refused } from "#tests/support/lesson.ts";
import { exported, markedLesson, NAME, WORDS } from "#tests/support/marked-lesson.ts";
import { entryOf } from "#tests/support/rebuttals.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

describe("the host deletes", () => {
  const remove = (server: TestServer, suffix: string) => server.asHost(suffix, { method: "DELETE" });

  test("[G6] a person's words, or the person with everything, if the session lets the host know who it is", async () => {
    await using room = await markedLesson("pseudonym");
    const { server, ada, seat } = room;
    expect((await remove(server, `/participants/${seat.participantId}?scope=words`)).status).toBe(204);
    await ada.hearsMine(({ posted }) => posted.length === 0);
    // [R10] A report stays: the host would learn from the difference who made it.
    for (const text of Object.values(WORDS))
      expect(await tablesWith(server.database, text)).toEqual(text === WORDS.report ? ["report"] : []);
    expect((await remove(server, `/participants/${seat.participantId}`)).status).toBe(400);
    expect((await remove(server, `/participants/${seat.participantId}?scope=seat`)).status).toBe(204);
    for (const text of [NAME, seat.name, seat.participantId])
      expect(await tablesWith(server.database, text)).toEqual([]);
    expect((await remove(server, `/participants/${seat.participantId}?scope=seat`)).status).toBe(404);
    const kinds = (await exported(server, "events")).map(({ actor, kind }) => `${actor} ${kind}`);
    expect(kinds.slice(-2)).toEqual(["host words-deleted", "host seat-deleted"]);
  });

  test("[R10] a suspect's words, and learns nothing of who reported what, since the report stays", async () => {
    await using server = await startServer();
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "rebuttal");
    const posted = rebuttal();
    await ada.send("rebuttal:post", posted);
    await bob.send("rebuttal:report", { rebuttalId: posted.id, reason: "Unkind" });
    await bob.send("rebuttal:post", rebuttal());
    const told = async () => (await host.sync()).rebuttals.find(({ id }) => id === posted.id);
    const before = await told();
    expect(before?.reports).toEqual(["Unkind"]);
    host.heard.length = 0;
    expect((await remove(server, `/participants/${bob.participantId}?scope=words`)).status).toBe(204);
    expect(await told()).toEqual(before);
    // Nor does a suspect who wrote nothing else get the mark of someone whose words are deleted.
    expect((await remove(server, `/participants/${bob.participantId}?scope=words`)).status).toBe(204);
    const events = await exported(server, "events");
    expect(events.filter(({ kind }) => kind === "words-deleted")).toHaveLength(1);
    expect((await bob.sync()).you?.reported).toEqual([{ rebuttalId: posted.id, outcome: "waiting" }]);
  });

  test("[G6] in an anonymous session no seat or words, because the host cannot know whose they are", async () => {
    await using room = await markedLesson("anonymous");
    const { server, seat } = room;
    for (const scope of ["words", "seat"])
      expect((await remove(server, `/participants/${seat.participantId}?scope=${scope}`)).status).toBe(403);
    expect(await tablesWith(server.database, WORDS.body)).toEqual(["rebuttal"]);
  });

  test.each(["anonymous", "pseudonym", "named"] as const)(
    "[G5] %s: a rebuttal, permanently",
    async (identity) => {
      await using room = await markedLesson(identity);
      const { server, host, ada, bob, posted } = room;
      await moveTo(host, "rebuttal");
      expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(204);
      expect(await tablesWith(server.database, WORDS.body)).toEqual([]);
      expect(await tablesWith(server.database, WORDS.reason)).toEqual(["ballot"]);
      await ada.hearsRebuttals(({ removed }) => removed.includes(posted.id));
      await ada.hearsMine(({ posted }) => posted.length === 0);
      expect(await ada.send("rebuttal:post", posted)).toEqual(refused("duplicate"));
      expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(404);
      expect((await bob.sync()).rebuttals.map(({ id }) => id)).not.toContain(posted.id);
    },
  );

  test("[G5] replies hidden with a rebuttal stay hidden when it is deleted, and the hiding cannot be undone", async () => {
    await using room = await markedLesson();
    const { server, host, posted, reply } = room;
    const status = async () => (await exported(server, "rebuttals")).map(({ status }) => status);
    const hidden = await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
    expect(await status()).toEqual(["hidden", "hidden"]);
    expect((await remove(server, `/rebuttals/${posted.id}`)).status).toBe(204);
    expect(await host.send("host:undo", { entries: [entryOf(hidden)] })).toEqual(refused("not-found"));
    await host.send("host:moderate", { rebuttalIds: [reply.id], action: "keep" });
    expect(await status()).toEqual(["hidden"]);
    await host.send("host:moderate", { rebuttalIds: [reply.id], action: "show" });
    expect(await status()).toEqual(["published"]);
  });
});
