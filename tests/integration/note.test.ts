import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
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

test("[V20] [W2] [W5] it is cleaned, and refused beyond 5,000 characters as people count them", async () => {
  await using server = await startServer();
  const cleaned = await (await put(server, "  One.\u0000\r\n\n\n\nTwo\u202e.\n")).json();
  expect(cleaned.text).toBe("One. \n\nTwo.");
  const owls = "🦉".repeat(5_000);
  expect((await (await put(server, owls)).json()).text).toBe(owls);
  for (const [text, status, code] of [
    [`${owls}🦉`, 413, "too-long"],
    ["x".repeat(20_001), 413, "too-long"],
    [7, 400, "malformed"],
    [undefined, 400, "malformed"],
  ] as const) {
    const refused = await put(server, text);
    expect([refused.status, (await refused.json()).error.code]).toEqual([status, code]);
  }
  expect((await get(server)).text).toBe(owls);
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

test("[V20] a save changes nothing that the room is told", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { version } = (await host.sync()).session;
  await put(server, TEXT);
  expect((await host.sync()).session.version).toBe(version);
});

test("[V20] no one but the host reads or writes it, by a cookie, a seat or the key in any link", async () => {
  await using server = await startServer();
  await put(server, TEXT);
  const { ticket } = await server.join();
  const { url } = await (await server.asHost("/links/assistant", { json: {} })).json();
  const { url: results } = await (await server.asHost("/links/results", { json: {} })).json();
  const keys = [url, results, server.session.urls.screen].map(keyIn);
  for (const cookie of ["", `seat-${server.session.code}=${ticket}`, await server.colleague()])
    for (const key of ["", ...keys])
      for (const init of [{}, { method: "PUT", json: { text: "Not the host." } }]) {
        const refused = await server.asStranger(`/note?key=${key}`, { ...init, headers: { cookie } });
        expect([401, 403]).toContain(refused.status);
        expect(await refused.text()).not.toContain("Marker");
      }
  expect((await get(server)).text).toBe(TEXT);
});

test("[V20] [G7] it is in the instructor's download, and in no page, result, or export of the session", async () => {
  await using server = await startServer();
  await put(server, TEXT);
  const host = await server.connect("host");
  await moveTo(host, "closed");
  const headers = { cookie: server.cookie };
  const account = await (await server.request("/api/account/data", { headers })).json();
  expect(account.sessions).toMatchObject([{ code: server.session.code, note: TEXT }]);
  const { pageApi } = server.app;
  const read = [
    await pageApi.results(new Headers(headers), server.session.code),
    await pageApi.host(new Headers(headers), server.session.code),
    await pageApi.participation(new Headers(headers), server.session.code),
    await pageApi.dashboard(new Headers(headers), 5),
    await (await server.asHost("/results")).text(),
    await (await server.asHost("/participation")).text(),
    await (await server.asHost("/export?table=events")).text(),
    host.heard,
  ];
  expect(JSON.stringify(read)).not.toContain("Marker");
});

test("[V20] [I11] another session like it has no note, and with the session the note is deleted from every table", async () => {
  await using server = await startServer();
  await put(server, TEXT);
  const headers = { cookie: server.cookie };
  const again = await server.request("/api/sessions", { json: { from: server.session.code }, headers });
  const { code } = await again.json();
  const copied = await (await server.request(`/api/sessions/${code}/note`, { headers })).json();
  expect(copied.text).toBe("");
  expect(await tablesWith(server.database, "Marker note")).toEqual(["note"]);
  await server.asHost("", { method: "DELETE" });
  expect(await tablesWith(server.database, "Marker note")).toEqual([]);
  expect((await put(server, TEXT)).status).toBe(404);
});
