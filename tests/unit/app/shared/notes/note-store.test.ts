import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNote, forgetNoteIfDeleted } from "#app/shared/notes/note-store.ts";
import { countUnsaved } from "#app/shared/storage/drafts.ts";
import { forgetSessionDrafts } from "#app/shared/storage/session-drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

const openTab = () => vi.stubGlobal("sessionStorage", new BrowserStorage());
const keptTexts = () =>
  Object.entries(localStorage).flatMap(([key, value]) =>
    key.startsWith("resolved.draft.note.ABC234") ? [JSON.parse(String(value)).text] : [],
  );

/** The server: its note, and what stands in the way. `answer`: it is saved, and the answer is lost. */
const server = { text: "", fails: null as "offline" | "answer" | number | null, saves: [] as string[] };
const tag = (text: string) => `"${text.length}-${text}"`;
const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });

async function answer(_path: string, { method, body, headers }: RequestInit): Promise<Response> {
  if (server.fails === "offline") throw new TypeError("Failed to fetch");
  if (typeof server.fails === "number") return json(server.fails, {});
  const stored = () => ({ text: server.text, etag: tag(server.text), by: "ada" });
  if (method === "GET") return json(200, stored());
  const { text } = JSON.parse(String(body));
  const bases = new Headers(headers).get("if-match");
  if (text !== server.text && bases !== tag(server.text))
    return json(412, { error: { code: "stale" }, ...stored() });
  server.text = text.trim();
  server.saves.push(text);
  if (server.fails === "answer") throw new TypeError("Failed to fetch");
  return json(200, stored());
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("fetch", vi.fn(answer));
  openTab();
  Object.assign(server, { text: "", fails: null, saves: [] });
});
afterEach(() => {
  for (const note of opened.splice(0)) note.end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const opened: ReturnType<typeof createNote>[] = [];
/** A window in which the note is open. */
async function open() {
  const note = createNote("ABC234");
  opened.push(note);
  note.begin();
  await settled();
  return note;
}
const settled = () => vi.advanceTimersByTimeAsync(0);
const pause = () => vi.advanceTimersByTimeAsync(800);

test("[V20] what is typed is saved after a pause, once, and then no longer kept on the device", async () => {
  server.text = "Before.";
  const note = await open();
  expect(note.read()).toMatchObject({ text: "Before.", problem: null });
  for (const text of ["Before. A", "Before. And", "Before. And after. "]) note.type(text);
  expect(keptTexts()).toEqual(["Before. And after. "]);
  await pause();
  expect(server.saves).toEqual(["Before. And after. "]);
  expect(keptTexts()).toEqual([]);
  // The server cleans it; what is being typed stays as it is.
  expect(note.read()).toMatchObject({ text: "Before. And after. ", isSending: false });
});

test("[V20] offline it says so, keeps the words, also over a reload, and saves them when the network is back", async () => {
  const note = await open();
  server.fails = "offline";
  note.type("Written on the train.");
  await pause();
  expect(note.read()).toMatchObject({ problem: "offline", isKept: true });
  // [D12] Whose draft it is, where several instructors share the device.
  expect([countUnsaved("ada"), countUnsaved("bob")]).toEqual([1, 0]);
  note.end();
  const reloaded = await open();
  expect(reloaded.read()).toMatchObject({ text: "Written on the train.", problem: "offline", isKept: true });
  server.fails = null;
  reloaded.wake();
  await settled();
  expect(server.text).toBe("Written on the train.");
  expect(reloaded.read()).toMatchObject({ problem: null, isKept: false });
});

test("[V20] a note that was saved while its answer was lost is one's own, also after a reload", async () => {
  const note = await open();
  server.fails = "answer";
  note.type("One.");
  await pause();
  expect([server.text, note.read().problem]).toEqual(["One.", "offline"]);
  server.fails = null;
  note.type("One. Two.");
  await pause();
  await pause();
  expect(note.read()).toMatchObject({ theirs: null, problem: null, isKept: false });
  expect(server.text).toBe("One. Two.");

  server.fails = "answer";
  note.type("One. Two. Three.");
  await pause();
  server.fails = "offline";
  note.type("One. Two. Three. Four.");
  note.end();
  const reloaded = await open();
  server.fails = null;
  reloaded.wake();
  await pause();
  await pause();
  expect(reloaded.read()).toMatchObject({ text: "One. Two. Three. Four.", theirs: null, isKept: false });
  expect(server.text).toBe("One. Two. Three. Four.");
});

test("[V20] what is typed while a save is on its way is saved after it, also if the page is left meanwhile", async () => {
  const note = await open();
  note.type("One.");
  note.save();
  note.type("One. Two.");
  note.end();
  await settled();
  expect(server.saves).toEqual(["One.", "One. Two."]);
  expect(keptTexts()).toEqual([]);
});

test("[V20] two windows: neither text is lost until the host chooses to have both", async () => {
  const first = await open();
  openTab();
  const second = await open();
  second.type("Theirs.");
  await pause();
  first.type("Mine.");
  await pause();
  expect(first.read()).toMatchObject({ text: "Mine.", theirs: { text: "Theirs." }, isKept: true });
  first.type("Mine.  ");
  first.type("Mine.");
  await pause();
  expect(server.text).toBe("Theirs.");
  first.settle("both");
  await settled();
  expect(server.text).toBe("Theirs.\n\nMine.");
  expect(first.read()).toMatchObject({ text: "Theirs.\n\nMine.", theirs: null });
  expect(keptTexts()).toEqual([]);
  second.wake();
  await settled();
  expect(second.read().text).toBe("Theirs.\n\nMine.");
});

test("[V20] [G9] of a session that was deleted the device keeps nothing", async () => {
  const note = await open();
  server.fails = "offline";
  note.type("Of a session that ends.");
  forgetSessionDrafts("ABC234");
  expect(keptTexts()).toEqual([]);
  note.type("Of a session that ended.");
  server.fails = 404;
  await pause();
  expect(keptTexts()).toEqual([]);
});

test("[W24] the answer to a deletion was lost: the note is forgotten if the session is gone, else it is kept", async () => {
  const note = await open();
  server.fails = "offline";
  note.type("Not saved yet.");
  for (const [fails, kept] of [
    ["offline", ["Not saved yet."]],
    [503, ["Not saved yet."]],
    [null, ["Not saved yet."]],
    [404, []],
  ] as const) {
    server.fails = fails;
    await forgetNoteIfDeleted("ABC234");
    expect(keptTexts(), `${fails}`).toEqual(kept);
  }
});
