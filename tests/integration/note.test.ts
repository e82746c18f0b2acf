import { expect, test } from "vitest";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

const TEXT = "Marker note: put Ada and Bob in one group next time.";

const put = (server: TestServer, text: unknown, ifMatch?: string) =>
  server.asHost("/note", {
    method: "PUT",
    json: { text },
    ...(ifMatch !== undefined && { headers: { "if-match": ifMatch } }),
  });
const get = async (server: TestServer) => (await server.asHost("/note")).json();

test("[V20] a note is stored, read again after a restart, and deleted by an empty text", async () => {
  await using server = await startServer();
  const none = await get(server);
  expect(none).toEqual({ text: "", etag: expect.stringMatching(/^".+"$/u), by: expect.any(String) });
  const saved = await put(server, TEXT);
  const note = await saved.json();
  expect(note).toEqual({ ...none, text: TEXT, etag: saved.headers.get("etag") });
  await server.restart();
  expect(await get(server)).toEqual(note);
  expect(await (await put(server, " \n\u200b")).json()).toEqual(none);
  expect(await server.database.reader.note.count()).toBe(0);
});

test("[V20] of two windows that began with the same note, the later save is refused with what the other stored", async () => {
  await using server = await startServer();
  const { etag: begun } = await get(server);
  const first = await (await put(server, "From the first window.", begun)).json();
  const second = await put(server, "From the second window.", begun);
  expect([second.status, await second.json()]).toEqual([
    412,
    { ...first, error: { code: "stale", message: expect.any(String) } },
  ]);
  // The same text again, after a lost answer, is a success; so is a save over what is stored now.
  expect((await put(server, "From the first window.", begun)).status).toBe(200);
  expect((await put(server, "Both.", first.etag)).status).toBe(200);
  const both = await Promise.all(["One.", "Another."].map((text) => put(server, text, first.etag)));
  expect(both.map(({ status }) => status)).toEqual([412, 412]);
  const { etag } = await get(server);
  const raced = await Promise.all(["One.", "Another."].map((text) => put(server, text, etag)));
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("[V20] [G7] the note is in the instructor's download", async () => {
  await using server = await startServer();
  await put(server, TEXT);
  const account = await (await server.asInstructor("/api/account/data")).json();
  expect(account.sessions).toMatchObject([{ code: server.session.code, note: TEXT }]);
});

test("[V20] [I11] a session opened like another has no note, and a deleted session's note is in no table", async () => {
  await using server = await startServer();
  await put(server, TEXT);
  const again = await server.asInstructor("/api/sessions", { json: { from: server.session.code } });
  const { code } = await again.json();
  const copied = await (await server.asInstructor(`/api/sessions/${code}/note`)).json();
  expect(copied.text).toBe("");
  expect(await tablesWith(server.database, "Marker note")).toEqual(["note"]);
  await server.asHost("", { method: "DELETE" });
  expect(await tablesWith(server.database, "Marker note")).toEqual([]);
  expect((await put(server, TEXT)).status).toBe(404);
});
