import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

const sent: { id: string; name: string }[] = [];
let answer: (() => Response) | null = null;
const opened = () => new Response('{"code":"ABC234"}', { status: 201 });

/** The page is loaded: it knows what its tab has stored. */
async function loadPage() {
  vi.resetModules();
  const { openSession } = await import("#app/shared/sessions/open-session.ts");
  return (name: string) => openSession({ from: "XYZ789", name });
}

beforeEach(() => {
  sent.length = 0;
  answer = null;
  vi.stubGlobal("sessionStorage", new BrowserStorage());
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    if (!answer) throw new TypeError("Failed to fetch");
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("[I25] a session whose answer was lost is asked for again under its id, and another one, or one more, under a new id", async () => {
  const open = await loadPage();
  expect(await open("Period 3")).toMatchObject({ ok: false, code: "offline" });
  expect(await open("Period 4")).toMatchObject({ ok: false });
  answer = opened;
  expect(await open("Period 4")).toEqual({ ok: true, value: { code: "ABC234" } });
  // Back to the form: the same again is wanted.
  await open("Period 4");
  await open("Period 3");
  expect(sent.map(({ name }) => name)).toEqual(["Period 3", "Period 4", "Period 4", "Period 4", "Period 3"]);
  const [three, four, again, oneMore, threeAgain] = sent.map(({ id }) => id);
  expect([again, threeAgain]).toEqual([four, three]);
  expect(new Set([three, four, oneMore]).size).toBe(3);
});

test("[I25] a session that is being opened keeps its id over a reload, for ten minutes, in a tab that has storage", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await (await loadPage())("Period 3");
  await (await loadPage())("Period 3");
  vi.advanceTimersByTime(10 * 60_000);
  await (await loadPage())("Period 3");
  vi.stubGlobal("sessionStorage", undefined);
  const open = await loadPage();
  await open("Period 3");
  await open("Period 3");
  const [first, reloaded, late, without, again] = sent.map(({ id }) => id);
  expect([reloaded, again]).toEqual([first, without]);
  expect(new Set([first, late, without]).size).toBe(3);
});
