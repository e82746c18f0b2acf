import { expect, test } from "vitest";
import type { Answer, Logged } from "#debate/protocol/events.ts";
import type { LogEntry } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { fillLog } from "#tests/support/log.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const entryOf = (answer: Answer<Logged>) => (answer.ok && answer.entries[0]) || 0;
const report = (seat: Client, rebuttalId: string, reason = "Rude.") =>
  seat.send("rebuttal:report", { rebuttalId, reason });
const logOf = async (host: Client) => (await host.sync()).log ?? [];

/** The whole log, page by page. */
async function wholeLog(host: Client): Promise<LogEntry[]> {
  const all = await logOf(host);
  for (let last = all.at(-1); last; ) {
    const answer = await host.send("host:log", { before: last.id });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.log.length).toBeLessThanOrEqual(200);
    all.push(...answer.log);
    last = answer.log.at(-1);
  }
  return all;
}

test("[R11] twenty-two seats that report ten rebuttals each add ten log lines, and an earlier decision can still be undone", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  const posted = Array.from({ length: 11 }, () => rebuttal());
  for (const each of posted) expect(await ada.send("rebuttal:post", each)).toMatchObject(OK);
  const [hidden, ...reported] = posted.map(({ id }) => id);
  const entry = entryOf(await host.send("host:moderate", { rebuttalIds: [hidden ?? ""], action: "hide" }));
  const seats = await Promise.all(Array.from({ length: 22 }, () => server.connect("student")));
  await Promise.all(
    seats.map(async (seat) => {
      for (const id of reported) expect(await report(seat, id)).toEqual(OK);
    }),
  );
  const lines = (await logOf(host)).filter(({ kind }) => kind === "reported");
  expect(lines.map(({ rebuttalId }) => rebuttalId).sort()).toEqual([...reported].sort());
  expect(lines.map(({ count }) => count)).toEqual(Array(10).fill(22));
  expect(await logOf(host)).toContainEqual(expect.objectContaining({ id: entry, canUndo: true }));

  // Reporting the same rebuttal again does not count twice; a new report updates the line live.
  const [first] = reported;
  const [bob] = await server.seats("student");
  for (const reason of ["Rude.", "Still rude."]) expect(await report(bob, first ?? "", reason)).toEqual(OK);
  const heard = await host.hearsLog(([newest]) => newest?.rebuttalId === first && newest?.count === 23);
  expect(heard.filter(({ kind }) => kind === "reported")).toHaveLength(10);
  expect(await host.send("host:undo", { entries: [entry] })).toMatchObject(OK);
});

test("[R11] students who delete over and over add one log line", async () => {
  await using server = await startServer();
  const [host] = await server.seats("host");
  await moveTo(host, "rebuttal");
  const { code } = server.session;
  const erase = async (scope: "words" | "seat", ticket: string) =>
    (
      await server.asStranger(`/mine?scope=${scope}`, {
        method: "DELETE",
        headers: { cookie: `seat-${code}=${ticket}` },
      })
    ).status;
  for (let time = 0; time < 4; time += 1) {
    const { ticket } = await server.join();
    const seat = await server.connect("student", { ticket });
    for (let word = 0; word < 3; word += 1) {
      await seat.send("rebuttal:post", rebuttal());
      expect(await erase("words", ticket)).toBe(204);
    }
    expect(await erase("seat", ticket)).toBe(204);
  }
  const lines = (await logOf(host)).filter(({ actor }) => actor === "participant");
  expect(lines.map(({ kind, count }) => [kind, count])).toEqual([
    ["seat-deleted", 4],
    ["words-deleted", 12],
  ]);
  const { rows } = await (await server.asHost("/export?table=events")).json();
  expect(rows.at(-1)).toMatchObject({ kind: "seat-deleted", count: 4 });
});

test("[R9][R11] however long the log, paging finds each decision, and it can be undone", async () => {
  await using server = await startServer();
  const [host, ada] = await server.seats("host", "student");
  const { url } = await (await server.asHost("/links/assistant", { method: "POST" })).json();
  const assistant = await server.connect("host", { key: keyIn(url) });
  await moveTo(host, "rebuttal");
  const [old, twice] = [rebuttal(), rebuttal()];
  for (const each of [old, twice]) await ada.send("rebuttal:post", each);
  const hide = ({ id }: { id: string }, action: "hide" | "show" = "hide") =>
    host.send("host:moderate", { rebuttalIds: [id], action });
  const entry = entryOf(await hide(old));
  const replaced = entryOf(await hide(twice));
  await fillLog(server, 202);
  const newer = entryOf(await hide(twice, "show"));

  expect((await logOf(host)).map(({ id }) => id)).not.toContain(entry);
  const all = await wholeLog(assistant);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.at(-1)?.kind).toBe("opened");
  const undoable = all.filter(({ canUndo }) => canUndo).map(({ id }) => id);
  expect(undoable).toEqual([newer, entry]);
  expect(undoable).not.toContain(replaced);
  expect(await assistant.send("host:undo", { entries: [entry] })).toMatchObject(OK);
  expect((await ada.sync()).rebuttals.map(({ status }) => status)).toEqual(["published", "published"]);
  // A student has no log.
  expect(await ada.raw("host:log", { before: 1_000 })).toEqual(refused("forbidden"));
});
