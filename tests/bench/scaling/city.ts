import { type Costs, type Shape, simulateVoting } from "#tests/bench/scaling/model.ts";

/** A server is full where its event loop is busy for this share of the time: beyond it waiting grows steeply. */
const FULL = 0.6;

/** A lesson as classes have it. */
export type Lesson = {
  students: number;
  /** In seconds: everybody comes in, and everybody votes. */
  arriving: number;
  voting: number;
};

/** How busy an event loop is while everybody of all sessions votes. */
export function busyWhileVoting(shape: Shape, seconds: number, costs: Costs, draw: () => number): number {
  return simulateVoting(shape, seconds * 1_000, costs, draw).busy + costs.idle / 1e6;
}

/** How many classes of a size can vote at the same time on one server. */
export function classesAtOnce({ students, voting }: Lesson, costs: Costs, draw: () => number): number {
  const isFull = (sessions: number) => busyWhileVoting({ sessions, students }, voting, costs, draw) > FULL;
  let not = 1;
  while (!isFull(not)) not *= 2;
  let fits = Math.floor(not / 2);
  while (not - fits > 1) {
    const sessions = Math.round((fits + not) / 2);
    if (isFull(sessions)) not = sessions;
    else fits = sessions;
  }
  return fits;
}

/** How many students can come in on one server in that time. */
export function arrivalsAtOnce({ arriving }: Lesson, costs: Costs): number {
  return Math.floor(((FULL - costs.idle / 1e6) * arriving * 1e6) / costs.arrival);
}

/** The servers that a number of classes needs, where `share` of them votes, or comes in, at the same time. */
export function serversFor(classes: number, share: number, lesson: Lesson, costs: Costs, draw: () => number) {
  const atOnce = Math.ceil(classes * share);
  return {
    voting: Math.ceil(atOnce / classesAtOnce(lesson, costs, draw)),
    arriving: Math.ceil((atOnce * lesson.students) / arrivalsAtOnce(lesson, costs)),
  };
}
