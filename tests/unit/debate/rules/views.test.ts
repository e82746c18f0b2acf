import { describe, expect, test } from "vitest";
import { PHASES, type Phase } from "#debate/rules/phase-order.ts";
import { resultsPublic } from "#debate/rules/phases.ts";
import { Settings } from "#debate/rules/settings.ts";
import { neighborOf, resultsOpened, STEPS, stepOf } from "#debate/rules/steps.ts";
import { type Audience, type Room, viewFor } from "#debate/rules/views.ts";
import { AUDIENCES, room, STUDENTS, TALLIES } from "./audiences.ts";

const ALL = "before reading after";

/** The rounds whose tallies each audience is shown while covered. While revealed, host and screen see all. */
const SHOWN: [Phase, host: string, screen: string, student: string][] = [
  ["lobby", ALL, "", ""],
  ["before", "reading after", "", ""],
  ["reading", ALL, "", ""],
  ["reading-vote", "before after", "", ""],
  ["rebuttal", ALL, "", ""],
  ["after", "before reading", "", ""],
  ["results", ALL, ALL, ALL],
  ["closed", ALL, ALL, ALL],
];

describe("tallies", () => {
  const roundsSeen = (audience: Audience, phase: Phase, revealed: boolean) =>
    Object.keys(viewFor(audience, room({ phase, revealed })).tally ?? {}).join(" ");

  test.each(SHOWN)(
    "[V2][V3][V4] in %s: host %j, screen %j, students %j; revealed, host and screen all",
    (phase, host, screen, student) => {
      expect(roundsSeen(AUDIENCES.host, phase, false)).toBe(host);
      expect(roundsSeen(AUDIENCES.screen, phase, false)).toBe(screen);
      for (const each of STUDENTS)
        for (const revealed of [false, true]) expect(roundsSeen(each, phase, revealed)).toBe(student);
      for (const each of [AUDIENCES.host, AUDIENCES.screen]) expect(roundsSeen(each, phase, true)).toBe(ALL);
    },
  );

  test.each(SHOWN)(
    "[V9] in %s of an anonymous session no one is sent a tally, since one might single people out [Z1]",
    (phase) => {
      const settings = Settings.parse({ questions: { readingVote: true }, identity: "anonymous" });
      for (const audience of [...Object.values(AUDIENCES), { role: "assistant" } as const])
        for (const revealed of [false, true])
          expect(viewFor(audience, room({ phase, revealed, settings })).tally).toBeUndefined();
    },
  );

  test("[V2] a student's snapshot before results, field for field: no count but of seats and of votes", () => {
    const full = room({ phase: "after", phaseEndsAt: 60_000, revealed: true, onWall: { rebuttalId: "r1" } });
    expect(viewFor(AUDIENCES.author, full)).toEqual({
      version: 9,
      phase: "after",
      phaseEndsAt: 60_000,
      timerCloses: false,
      locked: false,
      joined: 23,
      turnout: { round: "after", voted: 18 },
      wall: { rebuttalId: "r1" },
    });
  });

  test("[V33] phones are told which votes no one cast, once the debate is over", () => {
    const { before, after } = TALLIES;
    const tallies = { ...(before && { before }), ...(after && { after }) };
    for (const phase of PHASES) {
      const seen = viewFor(AUDIENCES.author, room({ phase, tallies })).notHeld;
      expect(seen).toEqual(resultsPublic(phase) ? ["reading"] : undefined);
      expect(viewFor(AUDIENCES.author, room({ phase }))).not.toHaveProperty("notHeld");
      expect(viewFor(AUDIENCES.host, room({ phase, tallies }))).not.toHaveProperty("notHeld");
    }
  });

  test("[F5] students are told of a rebuttal or paragraph on the wall that they may read, and of nothing else there", () => {
    const [text, paragraph] = [{ rebuttalId: "r1" }, { paragraph: { side: "for", n: 2 } }] as const;
    const wallAt = (given: Partial<Room>) => viewFor(AUDIENCES.classmate, room(given)).wall;
    expect(wallAt({ onWall: text })).toEqual(text);
    expect(wallAt({ onWall: text, phase: "reading" })).toBeUndefined();
    expect(wallAt({ onWall: paragraph, phase: "reading" })).toEqual(paragraph);
    expect(wallAt({ onWall: paragraph, phase: "before" })).toBeUndefined();
    const results = { phase: "results", step: "open", opened: true } as const;
    for (const onWall of ["thanks", "blank", { chart: "flow" }, { reason: "w1" }] as const)
      expect(wallAt({ ...results, onWall, wallWords: { kind: "reason", text: "Because." } })).toBeUndefined();
  });

  test("[V14] in a staged reveal everyone is told the step, and only the host a tally, until it is open", () => {
    const settings = Settings.parse({ questions: { readingVote: true }, reveal: "staged" });
    const audiences = [...Object.values(AUDIENCES), { role: "assistant" } as const];
    for (const step of STEPS.slice(0, -1))
      for (const revealed of [false, true])
        for (const audience of audiences) {
          const view = viewFor(audience, room({ phase: "results", settings, step, revealed }));
          expect(view.step).toBe(step);
          expect(view.tally).toEqual(audience.role === "host" ? TALLIES : undefined);
        }
    for (const audience of audiences) {
      const opened = room({ phase: "results", settings, step: "flow", opened: true });
      expect(viewFor(audience, opened)).toMatchObject({ step: "flow", tally: TALLIES });
      const before = room({ phase: "after", settings, step: null });
      expect(viewFor(audience, before)).not.toHaveProperty("step");
    }
  });

  test("[V12] [V14] what may no longer be seen is not on the wall: a picture before its step, a paragraph before reading", () => {
    const settings = Settings.parse({ reveal: "staged" });
    const wallAt = (given: Partial<Room>) => viewFor(AUDIENCES.screen, room({ settings, ...given })).wall;
    const picture = { phase: "results", onWall: { chart: "chance" } } as const;
    expect(wallAt({ ...picture, step: "verdict" })).toBeUndefined();
    expect(wallAt({ ...picture, step: "chance" })).toEqual({ chart: "chance" });
    expect(wallAt({ ...picture, step: "verdict", opened: true })).toBeUndefined();
    expect(wallAt({ ...picture, phase: "after" })).toBeUndefined();
    const text = { onWall: { paragraph: { side: "for", n: 1 } } } as const;
    expect(wallAt({ ...text, phase: "before" })).toBeUndefined();
    expect(wallAt({ ...text, phase: "reading" })).toEqual(text.onWall);
    expect(wallAt({ onWall: "thanks", phase: "lobby" })).toBe("thanks");
    // [Y14] As the positions.
    expect(wallAt({ onWall: "glossary", phase: "before" })).toBeUndefined();
    expect(wallAt({ onWall: "glossary", phase: "reading" })).toBe("glossary");
  });
});

test("[V14] host and assistant are told whether the class has had the whole results, the others are not", () => {
  const settings = Settings.parse({ reveal: "staged" });
  const opened = (role: "host" | "assistant" | "screen", given: Partial<Room>) =>
    viewFor({ role }, room({ phase: "results", settings, ...given })).opened;
  for (const role of ["host", "assistant"] as const) {
    expect(opened(role, { step: "moved" })).toBeUndefined();
    expect(opened(role, { step: "open", opened: true })).toBe(true);
    // A step back changes only what is displayed.
    expect(opened(role, { step: "flow", opened: true })).toBe(true);
    expect(opened(role, { phase: "after", opened: true })).toBeUndefined();
  }
  expect(opened("screen", { step: "open", opened: true })).toBeUndefined();
  for (const each of STUDENTS)
    expect(viewFor(each, room({ phase: "results", settings, opened: true })).opened).toBeUndefined();
});

describe("[V18] words of a voter", () => {
  const onWall = { reason: "a" };
  const wallWords = { kind: "reason", text: "Because." } as const;
  const open = room({ phase: "results", onWall, wallWords });

  test("reach host, assistant and screen while they are on the wall, and no student", () => {
    for (const role of ["host", "assistant", "screen"] as const)
      expect(viewFor({ role }, open)).toMatchObject({ wall: onWall, wallWords });
    for (const student of STUDENTS) {
      expect(viewFor(student, open)).not.toHaveProperty("wall");
      expect(viewFor(student, open)).not.toHaveProperty("wallWords");
    }
  });

  test("[V14] wait until the class may read the results", () => {
    const settings = Settings.parse({ reveal: "staged" });
    const may = (given: Partial<Room>) =>
      "wall" in viewFor(AUDIENCES.screen, { ...open, settings, ...given });
    expect(may({ phase: "after" })).toBe(false);
    for (const step of STEPS) expect(may({ step })).toBe(false);
    expect(may({ step: "flow", opened: true })).toBe(true);
    expect(may({ phase: "closed" })).toBe(true);
  });
});

test("[P35] no one is told a tally of the later vote until it has closed, the host with a reveal included", () => {
  const tally = { for: 3, against: 2, undecided: 1 };
  for (const identity of ["anonymous", "pseudonym", "named"] as const)
    for (const phase of PHASES)
      for (const audience of Object.values(AUDIENCES)) {
        const settings = Settings.parse({ identity, activities: { laterVote: {} } });
        const tallies = { before: tally, later: tally };
        const view = viewFor(audience, room({ phase, settings, tallies, revealed: true, opened: true }));
        if (phase !== "later-closed") expect(view.tally?.later).toBeUndefined();
        else if (audience.role === "host")
          expect(view.tally?.later).toEqual(identity === "anonymous" ? undefined : tally);
      }
});

test("[Z11] everyone but the host is sent the tallies that the class was first told, and none where these are unknown", () => {
  const left = { ...TALLIES, after: { ...TALLIES.after, for: 8 } };
  const given = { phase: "results", opened: true, tallies: left } as const;
  const { host, ...others } = AUDIENCES;
  expect(viewFor(host, room({ ...given, publicTallies: TALLIES })).tally).toEqual(left);
  for (const audience of Object.values(others)) {
    expect(viewFor(audience, room({ ...given, publicTallies: TALLIES })).tally).toEqual(TALLIES);
    expect(viewFor(audience, room({ ...given, publicTallies: null }))).not.toHaveProperty("tally");
  }
});

test("[P32] everyone is told what opens next, and host and assistant when a later vote may open", () => {
  const schedule = { zone: "Asia/Tokyo", dates: [{ phase: "reading" as const, at: 5 }] };
  for (const audience of Object.values(AUDIENCES))
    expect(viewFor(audience, room({ phase: "lobby", schedule })).schedule).toEqual(schedule);
  const later = (role: "host" | "assistant" | "screen", given: Partial<Room>) =>
    viewFor({ role }, room(given)).later;
  const settings = Settings.parse({ activities: { laterVote: {} } });
  expect(later("host", { phase: "lobby" })).toBeUndefined();
  expect(later("host", { phase: "lobby", settings })).toEqual({ planned: true });
  const day = 24 * 60 * 60 * 1_000;
  const window = { from: day, until: 365 * day };
  expect(later("host", { phase: "closed", closedAt: 0 })).toEqual({ planned: false, ...window });
  expect(later("assistant", { phase: "closed", closedAt: 0, settings })).toEqual({
    planned: true,
    ...window,
  });
  expect(later("screen", { phase: "closed", closedAt: 0, settings })).toBeUndefined();
  expect(later("host", { phase: "closed", closedAt: 0, settings, simulated: 5 })).toMatchObject({ from: 0 });
});

test("[P10] host and assistant are told that someone needs more time, as long as that timer runs", () => {
  const told = (role: "host" | "assistant" | "screen", phaseEndsAt: number | null) =>
    viewFor({ role }, room({ moreTime: 5, phaseEndsAt })).moreTime;
  expect([told("host", 5), told("assistant", 5)]).toEqual([true, true]);
  for (const not of [told("screen", 5), told("host", 6), told("host", null)]) expect(not).toBeUndefined();
});

test("[V27] host, assistant and projector are told the chosen colors, if any are, and no phone is", () => {
  const look = (audience: Audience, wallLook: Room["wallLook"]) =>
    viewFor(audience, room({ ...(wallLook && { wallLook }) })).wallLook;
  for (const audience of [...Object.values(AUDIENCES), { role: "assistant" } as const]) {
    expect(look(audience, { theme: "dark" })).toEqual(
      audience.role === "student" ? undefined : { theme: "dark" },
    );
    for (const none of [{}, undefined]) expect(look(audience, none)).toBeUndefined();
  }
});

const staged = { reveal: "staged" } as const;
const whole = { reveal: "at-once" } as const;

describe("[V14] the step of a session", () => {
  test("there is none before the results, whatever is stored", () => {
    for (const phase of PHASES.filter((each) => !resultsPublic(each)))
      for (const step of [null, ...STEPS]) {
        expect(stepOf({ phase, settings: staged, step })).toBeNull();
        expect(resultsOpened({ phase, settings: whole, opened: true })).toBe(false);
      }
  });

  test("a staged reveal begins covered and is open once closed; any other session is open at once", () => {
    expect(stepOf({ phase: "results", settings: staged, step: null })).toBe("covered");
    expect(stepOf({ phase: "results", settings: staged, step: "flow" })).toBe("flow");
    for (const phase of ["closed", "later", "later-closed"] as const)
      expect(stepOf({ phase, settings: staged, step: "flow" })).toBe("open");
    // A session from before there were steps.
    expect(stepOf({ phase: "results", settings: whole, step: null })).toBe("open");
    expect(stepOf({ phase: "closed", settings: whole, step: null })).toBe("open");
  });

  test("once opened, results stay readable at every step", () => {
    expect(resultsOpened({ phase: "results", settings: staged, opened: false })).toBe(false);
    expect(resultsOpened({ phase: "results", settings: staged, opened: true })).toBe(true);
    for (const phase of ["closed", "later", "later-closed"] as const)
      expect(resultsOpened({ phase, settings: staged, opened: false })).toBe(true);
    expect(resultsOpened({ phase: "results", settings: whole, opened: false })).toBe(true);
  });
});

describe("[V14] the next step and the one before", () => {
  test("skip those with nothing to show, and end at either end", () => {
    const steps = ["covered", "verdict", "open"] as const;
    expect(neighborOf(steps, "covered", 1)).toBe("verdict");
    expect(neighborOf(steps, "verdict", 1)).toBe("open");
    expect(neighborOf(steps, "open", 1)).toBeNull();
    expect(neighborOf(steps, "open", -1)).toBe("verdict");
    expect(neighborOf(steps, "covered", -1)).toBeNull();
  });
});

test("[Y5] only the host learns what was answered, in an anonymous session from its results on", () => {
  const check = { answered: 3, options: [[1, 2]] };
  const anonymous = Settings.parse({ identity: "anonymous", activities: { comprehension: {} } });
  for (const phase of PHASES) {
    expect(viewFor(AUDIENCES.host, room({ phase, check })).check).toEqual(check);
    for (const audience of [AUDIENCES.screen, { role: "assistant" } as const, ...STUDENTS])
      expect(viewFor(audience, room({ phase, check }))).not.toHaveProperty("check");
    const told = resultsPublic(phase) ? check : { answered: 3 };
    expect(viewFor(AUDIENCES.host, room({ phase, check, settings: anonymous })).check).toEqual(told);
  }
  expect(viewFor(AUDIENCES.host, room())).not.toHaveProperty("check");
});

test("[V49] students are told that new rebuttals wait, where they do, and nothing where they don’t", () => {
  const told = (moderation: "after" | "before") =>
    STUDENTS.map((each) => viewFor(each, room({ settings: Settings.parse({ moderation }) })).approveFirst);
  expect(new Set(told("before"))).toEqual(new Set([true]));
  expect(new Set(told("after"))).toEqual(new Set([undefined]));
});
