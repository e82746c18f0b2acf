import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMarks } from "#app/host/marks/marks-store.ts";
import { countUnsaved } from "#app/shared/storage/drafts.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";
import type { SaveMarks } from "#debate/protocol/requests.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

const CRITERIA = [{ id: "claim", name: "Claim", levels: ["", "", "", "", ""] }];
const EMPTY: Marks = {
  ...{ criteria: CRITERIA, released: false },
  marks: ["ada", "ben"].map((participantId) => ({
    ...{ participantId, name: participantId, levels: {}, comment: "", version: 0 },
  })),
};
/** `answer`: it is saved, and the answer is lost. */
const server = { stored: EMPTY, fails: null as "offline" | "answer" | null, saves: 0 };

async function answer(_path: string, { method, body }: RequestInit): Promise<Response> {
  if (server.fails === "offline") throw new TypeError("Failed to fetch");
  if (method === "PUT") {
    const { marks: given = [] } = JSON.parse(String(body)) as SaveMarks;
    const marks = server.stored.marks.map((mark) => {
      const own = given.find(({ participantId }) => participantId === mark.participantId);
      return own ? { ...mark, ...own, version: mark.version + 1 } : mark;
    });
    server.stored = { ...server.stored, marks };
    server.saves += 1;
  }
  if (server.fails === "answer") throw new TypeError("Failed to fetch");
  return new Response(JSON.stringify(server.stored));
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const storage of ["localStorage", "sessionStorage"]) vi.stubGlobal(storage, new BrowserStorage());
  vi.stubGlobal("fetch", vi.fn(answer));
  Object.assign(server, { stored: EMPTY, fails: null, saves: 0 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const store = createMarks("ABC234", EMPTY, "host");
  store.begin();
  return store;
}
const pause = (time = 600) => vi.advanceTimersByTimeAsync(time);

test("[Q21] levels that are given one after the other are saved at once, after a pause", async () => {
  const store = open();
  store.setLevel("ada", "claim", 3);
  store.comment("ada", "Fair");
  store.setLevel("ben", "claim", 0);
  await pause();
  expect(server.saves).toBe(1);
  expect(server.stored.marks).toMatchObject([
    { levels: { claim: 3 }, comment: "Fair" },
    { levels: { claim: 0 } },
  ]);
  expect(store.read()).toMatchObject({ typed: {}, hasSaved: true, problem: null });
});

test("[Q21] without a connection marks are kept on the device, said to be unsaved, and sent again", async () => {
  const store = open();
  server.fails = "offline";
  store.setLevel("ada", "claim", 3);
  await pause();
  expect(store.read()).toMatchObject({ problem: "offline", isKept: true });
  expect(countUnsaved("host")).toBe(1);
  server.fails = null;
  await pause(10_000);
  expect(server.stored.marks[0]?.levels).toEqual({ claim: 3 });
  expect(store.read()).toMatchObject({ problem: null, typed: {} });
  expect(countUnsaved("host")).toBe(0);
});

test("[Q21] marks that were kept on the device are sent by the page that is loaded next", async () => {
  const first = open();
  server.fails = "offline";
  first.comment("ben", "Fair");
  await pause();
  first.end();
  server.fails = null;
  open();
  await pause();
  expect(server.stored.marks[1]?.comment).toBe("Fair");
});
