import { afterEach, describe, expect, test, vi } from "vitest";
import { ask, askRepeatedly } from "#app/shared/ask.ts";

afterEach(() => void vi.useRealTimers());

type Answer = () => Response | Promise<Response>;

/** Answers requests in this order, the last answer again and again; returns what was asked. */
function answering(...answers: Answer[]) {
  const asked: [path: string, init: RequestInit][] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push([path, init]);
    return answers[Math.min(asked.length, answers.length) - 1]?.();
  });
  return asked;
}

const json = (status: number, value: unknown) => () => Response.json(value, { status });
const refused = (status: number, code: string) => json(status, { error: { code } });
const page = (status: number) => () => new Response("<!doctype html>", { status });
const lost = () => Promise.reject(new TypeError("Failed to fetch"));

describe("the outcome of a request", () => {
  test.each<[what: string, answer: Answer, expected: object]>([
    ["JSON", json(200, { n: 1 }), { ok: true, value: { n: 1 } }],
    ["nothing, as after a deletion", () => new Response(null, { status: 204 }), { ok: true, value: null }],
    ["a refusal", refused(409, "stale"), { ok: false, code: "stale", answer: { error: { code: "stale" } } }],
    [
      "[O7] a refusal because the server does not know the address as its own",
      json(403, { error: { code: "forbidden", fields: ["origin"] } }),
      { ok: false, code: "foreign" },
    ],
    ["another program's answer", json(401, { message: "No." }), { ok: false, code: "unauthorized" }],
    ["a proxy's page", page(502), { ok: false, code: "internal" }],
    ["a proxy's page while it is busy", page(503), { ok: false, code: "busy" }],
    ["no answer", lost, { ok: false, code: "offline" }],
    ["the sign-in page of a network", page(200), { ok: false, code: "offline" }],
    [
      "half an answer",
      () => new Response(new ReadableStream({ pull: (half) => half.error(new TypeError("terminated")) })),
      { ok: false, code: "offline" },
    ],
  ])("%s", async (_what, answer, expected) => {
    answering(answer);
    expect(await ask("GET", "/api/x")).toMatchObject(expected);
  });
});

describe("asked repeatedly", () => {
  const signal = new AbortController().signal;

  test("three failures are followed by a fourth try, one, two and three seconds later", async () => {
    vi.useFakeTimers();
    const asked = answering(lost, page(502), refused(503, "busy"), json(200, "here"));
    const reply = askRepeatedly("/api/x", signal);
    for (const [seconds, tries] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(seconds * 1_000);
      expect(asked).toHaveLength(tries);
    }
    expect(await reply).toEqual({ ok: true, value: "here" });
  });

  test("a closed page asks no more", async () => {
    const gone = new AbortController();
    const asked = answering(() => {
      gone.abort();
      return lost();
    });
    expect(await askRepeatedly("/api/x", gone.signal)).toEqual({ ok: false, code: "offline" });
    expect(asked).toHaveLength(1);
  });
});
