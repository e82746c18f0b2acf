import { expect, test } from "vitest";
import type { LogEntry, Mine } from "#debate/rules/snapshot.ts";
import { createLog } from "#server/platform/log.ts";
import { moderationStore } from "#server/store/moderation/moderation.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { entryOf } from "#tests/support/rebuttals.ts";
import { INSTRUCTOR, keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const sentence = ({ actor, kind, detail, seat }: LogEntry) =>
  [actor, kind, detail ?? seat?.name].filter(Boolean).join(" ");

test("[R11] the log says who did what, newest first, live and in the export, and holds no votes", async () => {
  await using server = await startServer({ settings: { identity: "named" } });
  const host = await server.connect("host");
  const { ticket, participantId } = await server.join("Ada");
  const ada = await server.connect("student", { ticket });
  const bob = await server.connect("student", { ticket: (await server.join("Bob")).ticket });
  const posted = rebuttal();
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:report", { rebuttalId: posted.id, reason: "Rude." });
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "keep" });
  await host.send("host:remove", { participantIds: [participantId] });

  const heard = await host.hearsLog((entries) => entries[0]?.kind === "removed");
  const expected = [
    "host removed Ada",
    "host keep",
    "participant reported",
    "host phase rebuttal",
    "host phase reading",
    "host phase before",
    "host opened",
  ];
  expect(heard.map(sentence)).toEqual(expected);
  expect((await host.sync()).log).toEqual(heard);
  for (const entry of heard.slice(1, 3)) expect(entry.rebuttalId).toBe(posted.id);
  expect(heard.filter(({ canUndo }) => canUndo).map(({ kind }) => kind)).toEqual(["removed", "keep"]);
  const { rows } = await (await server.asHost("/export?table=events")).json();
  const exported = rows.map(({ actor, kind, detail }: Record<string, string>) =>
    [actor, kind, detail !== posted.id && detail].filter(Boolean).join(" "),
  );
  expect(exported.reverse()).toEqual(expected);
});

/** A seat of an anonymous session that was taken away while that was possible. */
async function removedEarlier({ database, session: { code } }: TestServer, participantId: string) {
  const { id } = await database.reader.session.findUniqueOrThrow({ where: { code } });
  await moderationStore(database).remove({ sessionId: id, actor: "host", at: Date.now() }, participantId);
}

test("[V7] in an anonymous session neither host nor assistant can remove or restore a seat; they can hide rebuttals", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const { url } = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  const assistant = await server.connect("host", { key: keyIn(url) });
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  for (const staff of [host, assistant])
    expect(await staff.send("host:remove", { participantIds: [ada.participantId] })).toEqual(
      refused("forbidden"),
    );
  expect((await host.sync()).session.joined).toBe(2);
  await removedEarlier(server, bob.participantId);
  const [removed] = (await host.sync()).log ?? [];
  expect(await host.send("host:undo", { entries: [removed?.id ?? 0] })).toEqual(refused("forbidden"));
  expect((await host.sync()).session.joined).toBe(1);
  const hidden = await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
  expect(hidden).toMatchObject(OK);
  expect(await host.send("host:undo", { entries: [entryOf(hidden)] })).toMatchObject(OK);
});

test("[R11][V6] an anonymous session's log and export name no seat, nor which rebuttals were hidden with one", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const posted = rebuttal();
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:report", { rebuttalId: posted.id, reason: "Rude." });
  await removedEarlier(server, ada.participantId);
  const { log = [] } = await host.sync();
  expect(log[0]).toEqual({
    id: expect.any(Number),
    at: expect.any(Number),
    actor: "host",
    kind: "removed",
    canUndo: false,
  });
  const { rebuttals } = await host.sync();
  expect(rebuttals).toMatchObject([{ status: "hidden" }]);
  expect(rebuttals[0]).not.toHaveProperty("downWith");
  const events = await (await server.asHost("/export?table=events")).text();
  for (const told of [JSON.stringify(log), events])
    for (const seat of [ada, bob]) expect(told).not.toContain(seat.participantId);
});

test("[R10] only the reporter sees the outcome, on every device", async () => {
  await using server = await startServer();
  const [host, ada, cyd] = await server.seats("host", "student", "student");
  const { ticket } = await server.join();
  const bob = await server.connect("student", { ticket });
  const phone = await server.connect("student", { ticket });
  const posted = rebuttal();
  const reply = rebuttal({ replyTo: posted.id });
  await moveTo(host, "rebuttal");
  for (const each of [posted, reply]) await ada.send("rebuttal:post", each);
  expect(await bob.send("rebuttal:report", { rebuttalId: reply.id, reason: "Rude." })).toEqual(OK);
  const told = (outcome: Mine["reported"][0]["outcome"]) => (mine: Mine) =>
    mine.reported.some((report) => report.rebuttalId === reply.id && report.outcome === outcome);
  for (const device of [bob, phone]) await device.hearsMine(told("waiting"));

  const kept = await host.send("host:moderate", { rebuttalIds: [reply.id], action: "keep" });
  for (const device of [bob, phone]) await device.hearsMine(told("kept"));
  expect((await host.sync()).session.queue).toBe(0);
  expect((await bob.sync()).rebuttals).toHaveLength(2);

  // Undone: it waits again, with its reason.
  await host.send("host:undo", { entries: [entryOf(kept)] });
  expect(await host.sync()).toMatchObject({ session: { queue: 1 } });
  expect((await host.sync()).rebuttals.find(({ id }) => id === reply.id)?.reports).toEqual(["Rude."]);
  expect((await bob.sync()).you).toMatchObject({ reported: [{ outcome: "waiting" }] });

  // Hidden with the rebuttal it answers.
  await host.send("host:moderate", { rebuttalIds: [posted.id], action: "hide" });
  await phone.hearsMine(told("taken-down"));
  expect((await host.sync()).session.queue).toBe(0);
  for (const client of [ada, cyd]) {
    expect((await client.sync()).you?.reported).toEqual([]);
    expect(JSON.stringify(client.heard)).not.toMatch(/waiting|taken-down|kept|Rude/u);
  }
});

const BODY = "Geography does not bargain, said nobody.";
const REASON = "Because of the ferries.";

test("the log of a lesson with failures, at every level, names and quotes no one", async () => {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  await using server = await startServer({ log, settings: { identity: "named" } });
  const host = await server.connect("host");
  const seat = await server.join("Ada Lovelace");
  const ada = await server.connect("student", { ticket: seat.ticket });
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
  await moveTo(host, "rebuttal");
  const posted = rebuttal({ body: BODY });
  await ada.send("rebuttal:post", posted);
  await ada.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await server.request("/api/auth/sign-in/email", {
    json: { email: INSTRUCTOR.email, password: "a wrong password" },
  });
  const rename = (from: string, to: string) =>
    server.database.write((transaction) =>
      transaction.$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`),
    );
  // An unexpected failure: the table is gone.
  await rename("rebuttal", "lost");
  const failed = await ada.raw("rebuttal:post", rebuttal({ body: BODY }));
  expect(failed).toMatchObject({ ok: false, code: "internal" });
  await rename("lost", "rebuttal");

  const all = lines.join("");
  expect(all).toContain("a message could not be handled");
  const personal = [
    "Lovelace",
    seat.participantId,
    seat.ticket,
    BODY,
    REASON,
    "wrong password",
    INSTRUCTOR.email,
  ];
  for (const each of personal) expect(all).not.toContain(each);
});
