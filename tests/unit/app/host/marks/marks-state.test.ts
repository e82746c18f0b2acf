import { expect, test } from "vitest";
import {
  afterRead,
  afterSaved,
  type MarksState,
  progressOf,
  typedAfter,
} from "#app/host/marks/marks-state.ts";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";

const CRITERIA = ["claim", "evidence"].map((id) => ({ id, name: id, levels: ["", "", "", "", ""] }));
const mark = (participantId: string, comment = "", version = 0) => ({
  ...{ participantId, name: participantId, levels: {}, comment, version },
});
const marks = (...rows: Marks["marks"]): Marks => ({ criteria: CRITERIA, released: false, marks: rows });
const state = (stored: Marks, typed: MarksState["typed"] = {}): MarksState => ({
  ...stored,
  ...{ typed, conflicts: [], isSending: false, hasSaved: false, problem: null, isKept: false },
});
const typed = (comment: string, version = 0) => ({ levels: {}, comment, version });

test("[Q21] what is typed back to what is stored is not sent", () => {
  const first = state(marks(mark("ada", "Good")));
  const changed = typedAfter(first, "ada", { comment: "Goo" });
  expect(changed).toEqual({ ada: typed("Goo") });
  expect(typedAfter({ ...first, typed: changed }, "ada", { comment: "Good" })).toEqual({});
});

test("[Q21] what is typed while marks are saved goes over the saved version, and its spaces stay", () => {
  const sent = { ada: typed("Good "), ben: typed("Fair") };
  const meanwhile = state(marks(mark("ada"), mark("ben")), { ...sent, ben: typed("Fair.") });
  const next = afterSaved(meanwhile, marks(mark("ada", "Good", 1), mark("ben", "Fair", 1)), sent);
  expect(next.typed).toEqual({ ben: typed("Fair.", 1) });
  expect(next.marks[0]?.comment).toBe("Good ");
});

test("[Q21] another tab's marks are a conflict only where they differ from what is typed", () => {
  const before = state(marks(mark("ada"), mark("ben"), mark("cyd")), {
    ada: typed("Mine"),
    ben: typed("Same "),
    cyd: typed("Alone"),
  });
  const next = afterRead(before, marks(mark("ada", "Theirs", 1), mark("ben", "Same", 1), mark("cyd")));
  expect(next.conflicts).toEqual(["ada"]);
  expect(Object.keys(next.typed)).toEqual(["ada", "cyd"]);
});

test("[Q21] a student whose seat is deleted leaves nothing to save", () => {
  const next = afterRead(state(marks(mark("ada")), { ada: typed("Mine") }), marks());
  expect(next.typed).toEqual({});
});

test("[Q20] a student is marked once each criterion has a level, or without criteria once there is a comment", () => {
  const levels = { claim: 0, evidence: 4 };
  expect(progressOf(CRITERIA, { levels, comment: "" })).toBe("all");
  expect(progressOf(CRITERIA, { levels: { claim: 0 }, comment: "" })).toBe("part");
  expect(progressOf(CRITERIA, { levels: {}, comment: "Fair" })).toBe("part");
  expect(progressOf(CRITERIA, { levels: {}, comment: " " })).toBe("none");
  expect(progressOf([], { levels: {}, comment: "Fair" })).toBe("all");
});
