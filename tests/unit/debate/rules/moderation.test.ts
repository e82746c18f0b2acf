import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logFor } from "#debate/rules/log.ts";
import { headsOf, mayMerge } from "#debate/rules/merging.ts";
import { decidedInAll, decisionAfter, outcomeOf, standings, undoable } from "#debate/rules/moderation.ts";
import type { RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";

type Given = { replyTo?: string; mergedInto?: string; decision?: RebuttalStatus; downWithSeat?: boolean };
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

  test("rebuttals hidden with a seat hide their replies, and those hidden before stay hidden", () => {
    expect(told(written("a", { downWithSeat: true }), b)).toBe("a hidden with seat, b hidden with answered");
    expect(told(written("a", { downWithSeat: true, decision: "hidden" }))).toBe("a hidden");
    expect(told(written("a", { downWithSeat: true, decision: "pending" }))).toBe("a hidden with seat");
  });

  test("in any threads, in any order: published only if it was decided so and everything above it is published", () => {
    const forest = fc.array(
      fc.record({
        above: fc.nat(),
        decision: fc.constantFrom("published", "pending", "hidden"),
        downWithSeat: fc.boolean(),
        into: fc.option(fc.nat(), { nil: undefined }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(forest, fc.boolean(), (drawn, isTurned) => {
        const all = drawn.map(({ above, into, ...rest }, n) => ({
          id: `${n}`,
          ...rest,
          ...(above % (n + 1) !== n && { replyTo: `${above % (n + 1)}` }),
          // [R24] Into an older one, so that none goes in a circle.
          ...(into !== undefined && n > 0 && { mergedInto: `${into % n}` }),
        }));
        const found = standings(isTurned ? all.toReversed() : all);
        const known = new Map(all.map((each) => [each.id, each]));
        const isThere = (id: string): boolean => {
          const standing = found.get(id);
          if (standing?.downWith !== "merged") return standing?.status === "published";
          return isThere(known.get(id)?.mergedInto ?? "");
        };
        const standsForOthers = (id: string) => {
          const standing = found.get(id);
          return isThere(id) || standing?.downWith === "merged" || known.get(id)?.decision === "hidden";
        };
        expect(found.size).toBe(all.length);
        for (const { id, replyTo, mergedInto, decision, downWithSeat } of all) {
          const isAboveThere = replyTo === undefined || isThere(replyTo);
          const isMerged = mergedInto !== undefined && standsForOthers(mergedInto);
          const isAllowed = decision !== "hidden" && !downWithSeat && isAboveThere;
          expect(found.get(id)?.downWith === "merged").toBe(isAllowed && isMerged);
          expect(found.get(id)?.status === "published").toBe(
            isAllowed && !isMerged && decision === "published",
          );
        }
      }),
    );
  });
});

describe("[R31] a merged rebuttal gives way to the one that stands for it", () => {
  const head = written("head");
  const merged = written("merged", { mergedInto: "head" });
  const reply = written("reply", { replyTo: "merged" });

  test("as long as that can be read, and its replies stay", () => {
    expect(told(head, merged, reply)).toBe("head published, merged hidden with merged, reply published");
    expect(told(reply, merged, head)).toBe("head published, merged hidden with merged, reply published");
    for (const gone of [{ downWithSeat: true }, { decision: "pending" as const }])
      expect(told({ ...head, ...gone }, merged, reply)).toContain("merged published, reply published");
    expect(told(merged, reply)).toBe("merged published, reply published");
  });

  test("it goes down with one that is hidden, and so do the replies to both", () => {
    const third = written("third", { mergedInto: "merged" });
    expect(told({ ...head, decision: "hidden" }, merged, third, reply)).toBe(
      "head hidden, merged hidden with merged, reply hidden with answered, third hidden with merged",
    );
  });

  test("through another merged one, and never in a circle", () => {
    const third = written("third", { mergedInto: "merged" });
    expect(told(third, merged, head)).toBe(
      "head published, merged hidden with merged, third hidden with merged",
    );
    const heads = (...all: Parameters<typeof standings>[0]) => {
      const found = standings(all);
      return Object.fromEntries(
        headsOf(all.map((each) => ({ ...each, downWith: found.get(each.id)?.downWith }))),
      );
    };
    expect(heads(third, merged, head)).toEqual({ merged: "head", third: "head" });
    const circle = [written("a", { mergedInto: "b" }), written("b", { mergedInto: "a" })];
    const readable = [...standings(circle)].filter(([, { status }]) => status === "published");
    expect(readable).toHaveLength(1);
    expect(standings([written("a", { mergedInto: "a" })]).get("a")).toEqual({ status: "published" });
  });
});

test("[R24] a rebuttal is merged into a published one of its side that does not follow from it", () => {
  const stated = (id: string, given: Partial<Parameters<typeof mayMerge>[0][number]> = {}) => ({
    id,
    side: "for" as const,
    status: "published" as const,
    ...given,
  });
  const all = [
    stated("a"),
    stated("b"),
    stated("answers a", { replyTo: "a" }),
    stated("answers that", { replyTo: "answers a" }),
    stated("against", { side: "against" }),
    stated("waits", { status: "pending" }),
    stated("hidden", { status: "hidden" }),
    stated("merged", { status: "hidden", downWith: "merged", mergedInto: "b" }),
  ];
  const merge = (id: string, into: string) => {
    const allowed = mayMerge(all, id, into);
    return allowed.ok ? "ok" : allowed.code;
  };
  expect(merge("a", "b")).toBe("ok");
  expect(merge("waits", "a")).toBe("ok");
  expect(merge("answers a", "a")).toBe("ok");
  expect(merge("merged", "a")).toBe("ok");
  for (const into of ["waits", "hidden", "merged", "none"]) expect(merge("a", into)).toBe("not-found");
  for (const id of ["hidden", "none"]) expect(merge(id, "a")).toBe("not-found");
  for (const into of ["a", "answers a", "answers that", "against"])
    expect(merge("a", into)).toBe("malformed");
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

test.each([
  ["hidden, shown and hidden again", "hide show hide", { hidden: 1, approved: 0 }],
  ["hidden, and undone", "hide undo-hide", { hidden: 0, approved: 0 }],
  ["approved, hidden, and the hiding undone", "approve hide undo-hide", { hidden: 0, approved: 1 }],
  ["approved, then kept and merged", "approve keep merge", { hidden: 0, approved: 1 }],
])("[Y12] of decisions about one rebuttal the newest counts once: %s", (_, kinds, counts) => {
  const events = kinds.split(" ").map((kind) => ({ kind, detail: "a" }));
  expect(decidedInAll(events)).toEqual(counts);
});

test("[R6] hide hides, show and approve publish, keep changes nothing", () => {
  for (const before of ["published", "pending", "hidden"] as const) {
    expect(decisionAfter("hide", before)).toBe("hidden");
    expect(decisionAfter("show", before)).toBe("published");
    expect(decisionAfter("approve", before)).toBe("published");
    expect(decisionAfter("keep", before)).toBe(before);
  }
});
