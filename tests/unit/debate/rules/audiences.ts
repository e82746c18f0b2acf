import { Settings } from "#debate/rules/settings.ts";
import type { Audience, Room } from "#debate/rules/views.ts";

export const TALLIES = {
  before: { for: 11, against: 7, undecided: 5 },
  reading: { for: 10, against: 8, undecided: 4 },
  after: { for: 9, against: 6, undecided: 3 },
};

/** A room that held all its rounds already and may have stepped back since. */
export function room(given: Partial<Room> = {}): Room {
  return {
    version: 9,
    phase: "rebuttal",
    settings: Settings.parse({ questions: { readingVote: true } }),
    phaseEndsAt: null,
    timerCloses: false,
    locked: false,
    revealed: false,
    onWall: null,
    resultsKept: false,
    joined: 23,
    tallies: TALLIES,
    publicTallies: given.tallies ?? TALLIES,
    queue: 2,
    step: null,
    opened: false,
    ...given,
  };
}

export const AUDIENCES = {
  host: { role: "host" },
  screen: { role: "screen" },
  author: { role: "student", participantId: "ada" },
  classmate: { role: "student", participantId: "bob" },
  everybody: { role: "student", participantId: null },
} as const satisfies Record<string, Audience>;
export const STUDENTS = [AUDIENCES.author, AUDIENCES.classmate, AUDIENCES.everybody];
