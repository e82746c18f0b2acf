import { describe, expect, test } from "vitest";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { REBUTTAL_STATUSES, type RebuttalStatus } from "#debate/rules/rebuttal-terms.ts";
import { mayRead, rebuttalFor, type WrittenRebuttal } from "#debate/rules/rebuttal-view.ts";
import { IDENTITIES } from "#debate/rules/session-options.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Audience, Room } from "#debate/rules/views.ts";
import { AUDIENCES, room, STUDENTS } from "./audiences.ts";

function written(given: Partial<WrittenRebuttal> = {}): WrittenRebuttal {
  return {
    id: "r1",
    participantId: "ada",
    author: "Plucky Otter",
    side: "for",
    body: "Geography does not bargain.",
    status: "published",
    merged: [],
    answers: 0,
    endorsed: 4,
    reports: ["rude"],
    rank: 1,
    hostRank: 2,
    at: 1_000,
    ...given,
  };
}

test("[K10] the host alone is told a rebuttal's place across camps; class, projector and assistant that by all endorsements", () => {
  for (const audience of Object.values(AUDIENCES))
    expect(rebuttalFor(audience, written(), Settings.parse({})).rank).toBe(audience.role === "host" ? 2 : 1);
});

test("[R8] the host of a session with names is told that a rebuttal was hidden with its seat; students and an anonymous host are not", () => {
  const why = (audience: Audience, downWith: WrittenRebuttal["downWith"], identity: Settings["identity"]) =>
    rebuttalFor(audience, written({ status: "hidden", downWith }), { identity }).downWith;
  for (const audience of [AUDIENCES.host, ...STUDENTS])
    expect(why(audience, "answered", "anonymous")).toBe("answered");
  expect(why(AUDIENCES.host, "seat", "named")).toBe("seat");
  expect(why(AUDIENCES.host, "seat", "anonymous")).toBeUndefined();
  for (const student of STUDENTS) expect(why(student, "seat", "named")).toBeUndefined();
});

test("[R23] the projector alone is told how many replies a rebuttal has, where it has any", () => {
  for (const audience of Object.values(AUDIENCES)) {
    const told = (answers: number) =>
      rebuttalFor(audience, written({ answers }), { identity: "named" }).answers;
    expect(told(3)).toBe(audience.role === "screen" ? 3 : undefined);
    expect(told(0)).toBeUndefined();
  }
});

describe("[R32] what stands for others names all its authors", () => {
  const by = (participantId: string, author: string) => ({ id: `of ${author}`, participantId, author });
  const merged = [by("ben", "Ben"), by("ada", "Plucky Otter"), by("cyd", "Cyd"), by("ben", "Ben")];
  const told = (
    identity: Settings["identity"],
    audience: Audience,
    all: WrittenRebuttal["merged"] = merged,
  ) => rebuttalFor(audience, written({ merged: all }), Settings.parse({ identity }));

  test("each once, the first to write first, to everyone; as the promise allows", () => {
    for (const audience of Object.values(AUDIENCES))
      for (const identity of ["named", "pseudonym"] as const)
        expect(told(identity, audience)).toMatchObject({ merged: 4, with: ["Ben", "Cyd"] });
    for (const audience of Object.values(AUDIENCES)) {
      const seen = told("anonymous", audience);
      expect(seen.merged).toBe(4);
      expect(JSON.stringify(seen)).not.toMatch(/Ben|Cyd|with/u);
    }
  });
});

describe("[V5] who reads a rebuttal", () => {
  const read = [
    "rebuttal",
    "pairs",
    "switch-first",
    "after",
    "switch-later",
    "steelman",
    "results",
    "closed",
    "later",
    "later-closed",
  ];
  const expected = (name: string, phase: Phase, status: RebuttalStatus) =>
    name === "host" || (read.includes(phase) && (status === "published" || name === "author"));

  test.each(Object.entries(AUDIENCES))("%s, in each phase, of each status", (name, audience) => {
    for (const phase of PHASES)
      for (const status of REBUTTAL_STATUSES) {
        const may = mayRead(audience, written({ status }), room({ phase, onWall: { rebuttalId: "r1" } }));
        expect([phase, status, may]).toEqual([phase, status, expected(name, phase, status)]);
      }
  });

  test("[V12] the screen reads no rebuttal but the one on the wall", () => {
    const reads = (given: Partial<Room>, status: RebuttalStatus = "published") =>
      mayRead(AUDIENCES.screen, written({ status }), room(given));
    expect(reads({})).toBe(false);
    expect(reads({ onWall: "blank" })).toBe(false);
    expect(reads({ onWall: { rebuttalId: "r2" } })).toBe(false);
    expect(reads({ onWall: { rebuttalId: "r1" } })).toBe(true);
    expect(reads({ onWall: { rebuttalId: "r1" } }, "hidden")).toBe(false);
    expect(reads({ onWall: { rebuttalId: "r1" }, phase: "reading" })).toBe(false);
    for (const student of STUDENTS) expect(mayRead(student, written(), room())).toBe(true);
  });
});

describe("[V6] a rebuttal names its author as the identity setting promises", () => {
  test.each([
    ["anonymous", "host", undefined],
    ["anonymous", "everybody", undefined],
    ["anonymous", "author", "you"],
    ["pseudonym", "host", "Plucky Otter"],
    ["pseudonym", "classmate", "Plucky Otter"],
    ["pseudonym", "author", "you"],
    ["named", "everybody", "Plucky Otter"],
  ] as const)("%s, to %s: %s", (identity, name, by) => {
    expect(rebuttalFor(AUDIENCES[name], written(), { identity }).by).toBe(by);
  });

  test.each(IDENTITIES)(
    "%s: only the host sees reports, and whose rebuttal it is unless the session is anonymous",
    (identity) => {
      const shown = rebuttalFor(AUDIENCES.host, written(), { identity });
      expect(shown.reports).toEqual(["rude"]);
      expect(shown.participantId).toBe(identity === "anonymous" ? undefined : "ada");
      for (const audience of [AUDIENCES.screen, ...STUDENTS]) {
        const seen = rebuttalFor(audience, written(), { identity });
        expect(seen).not.toHaveProperty("reports");
        expect(seen).not.toHaveProperty("participantId");
        expect(seen).toMatchObject({ id: "r1", endorsements: 4, rank: 1, at: 1_000, status: "published" });
      }
    },
  );
});
