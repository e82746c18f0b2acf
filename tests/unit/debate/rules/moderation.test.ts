import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logFor } from "#debate/rules/log.ts";
import { decisionAfter, outcomeOf, standings, undoable } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttals.ts";

type Given = { replyTo?: string; decision?: RebuttalStatus; downWithSeat?: boolean };
const written = (id: string, given: Given = {}) => ({
  id,
  decision: "published" as const,
  downWithSeat: false,
  ...given,
});
/** As `a published, b hidden with answered`. */
const told = (...rebuttals: Parameters<typeof standings>[0]) =>
  [...standings(rebuttals)]
    .map(([id, { status, downWith }]) => `${id} ${status}${downWith ? ` with ${downWith}` : ""}`)
    .sort()
    .join(", ");

test("[R6] hide hides, show and approve publish, keep changes nothing", () => {
  for (const before of ["published", "pending", "hidden"] as const) {
    expect(decisionAfter("hide", before)).toBe("hidden");
    expect(decisionAfter("show", before)).toBe("published");
    expect(decisionAfter("approve", before)).toBe("published");
    expect(decisionAfter("keep", before)).toBe(before);
  }
});

describe("[R8] a rebuttal is readable only if everything it answers is", () => {
  const b = written("b", { replyTo: "a" });
  const c = written("c", { replyTo: "b" });

  test("the whole thread is hidden and shown again", () => {
    expect(told(written("a"), b, c)).toBe("a published, b published, c published");
    expect(told(c, b, written("a", { decision: "hidden" }))).toBe(
      "a hidden, b hidden with answered, c hidden with answered",
    );
    expect(told(written("a", { decision: "pending" }), b)).toBe("a pending, b hidden with answered");
  });

  test("a reply that was itself hidden stays hidden, with its own replies, when the rest comes back", () => {
    const hidden = { ...b, decision: "hidden" as const };
    expect(told(written("a"), hidden, c)).toBe("a published, b hidden, c hidden with answered");
    expect(told(written("a", { decision: "hidden" }), hidden, c)).toBe(
      "a hidden, b hidden, c hidden with answered",
    );
  });

  test("a waiting reply comes back waiting", () => {
    const waits = { ...b, decision: "pending" as const };
    expect(told(written("a", { decision: "hidden" }), waits)).toBe("a hidden, b hidden with answered");
    expect(told(written("a"), waits)).toBe("a published, b pending");
  });

  test("rebuttals hidden with a seat hide their replies, and those hidden before stay hidden", () => {
    expect(told(written("a", { downWithSeat: true }), b)).toBe("a hidden with seat, b hidden with answered");
    expect(told(written("a", { downWithSeat: true, decision: "hidden" }))).toBe("a hidden");
    expect(told(written("a", { downWithSeat: true, decision: "pending" }))).toBe("a hidden with seat");
  });

  test("a reply to a deleted rebuttal stands alone", () => {
    expect(told(b)).toBe("b published");
  });

  test("a chain of 20,000 replies", () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => written(`${n}`, { replyTo: `${n - 1}` }));
    const found = standings([written("-1", { decision: "hidden" }), ...chain]);
    expect(found.get("19999")).toEqual({ status: "hidden", downWith: "answered" });
  });

  test("in any threads, in any order: published only if it was decided so and everything above it is published", () => {
    const forest = fc.array(
      fc.record({
        above: fc.nat(),
        decision: fc.constantFrom("published", "pending", "hidden"),
        downWithSeat: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(forest, fc.boolean(), (drawn, isTurned) => {
        const all = drawn.map(({ above, ...rest }, n) => ({
          id: `${n}`,
          ...rest,
          ...(above % (n + 1) !== n && { replyTo: `${above % (n + 1)}` }),
        }));
        const found = standings(isTurned ? all.toReversed() : all);
        expect(found.size).toBe(all.length);
        for (const { id, replyTo, decision, downWithSeat } of all) {
          const isAboveThere = replyTo === undefined || found.get(replyTo)?.status === "published";
          expect(found.get(id)?.status === "published").toBe(
            decision === "published" && !downWithSeat && isAboveThere,
          );
        }
      }),
    );
  });
});

const event = (id: number, kind: string, detail: string, was: string | null = "published") => ({
  id,
  at: id,
  actor: "host" as const,
  kind,
  detail,
  was,
});

test("[R9] the newest decision about each rebuttal and seat can be undone, once", () => {
  const log = [
    event(9, "undo-show", "c", null),
    event(8, "removed", "seat", null),
    event(7, "reported", "a", null),
    event(6, "phase", "after", null),
    event(5, "keep", "b"),
    event(4, "show", "c"),
    event(3, "show", "a", "hidden"),
    event(2, "hide", "b"),
    event(1, "hide", "a"),
  ];
  expect([...undoable(log)]).toEqual([8, 5, 3]);
  expect([...undoable([event(2, "removed", "", null), event(1, "hide", "a", null)])]).toEqual([]);
});

test("[R10] a reported rebuttal is waiting, kept, or taken down, whatever the cause", () => {
  expect(outcomeOf({ status: "published", settled: false })).toBe("waiting");
  expect(outcomeOf({ status: "published", settled: true })).toBe("kept");
  expect(outcomeOf({ status: "hidden", settled: true })).toBe("taken-down");
  expect(outcomeOf({ status: "hidden", settled: false })).toBe("taken-down");
});

test("[R11][V7] the log names seats as the session's identity setting allows, and in an anonymous session none", () => {
  const events = [
    event(3, "removed", "seat", null),
    event(2, "spotlight", "none", null),
    event(1, "hide", "a"),
  ];
  const seats = new Map([["seat", "Calm Otter"]]);
  const line = { actor: "host", canUndo: true };
  const rest = [
    { ...line, id: 2, at: 2, kind: "spotlight", detail: "none", canUndo: false },
    { ...line, id: 1, at: 1, kind: "hide", rebuttalId: "a" },
  ];
  const removed = { ...line, id: 3, at: 3, kind: "removed" };
  expect(logFor("pseudonym", events, seats)).toEqual([{ ...removed, seat: { name: "Calm Otter" } }, ...rest]);
  expect(logFor("anonymous", events, seats)).toEqual([{ ...removed, canUndo: false }, ...rest]);
});
