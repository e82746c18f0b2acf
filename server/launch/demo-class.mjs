// The simulated class of `npm run demo`: seats and sockets like those of real phones, which follow the host's moves.
import { createHash, randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { CREDITS, GUESTS_APPEAL, MOVES, REASONS, REBUTTALS } from "./demo-words.mjs";

export const CLASS_SIZE = MOVES.flat().reduce((sum, people) => sum + people, 0);

/** @typedef {import("#debate/rules/choices.ts").Choice} Choice */
/** @typedef {import("./demo-words.mjs").Rebuttal} Rebuttal */
/**
 * @typedef {{
 *   number: number, before: Choice, after: Choice, leavesEarly: boolean, phase: string, hasGuessed: boolean, seq: number, voted: Set<string>,
 *   socket: import("socket.io-client").Socket | null
 * }} Student
 */
/**
 * @typedef {{
 *   url: string, code: string, students: Student[], authors: Map<string, Student | undefined>, posted: Map<string, string>,
 *   noticed: Set<string>
 * }} Room
 */

/** @type {Choice[]} */
const CHOICES = ["for", "against", "undecided"];
/** Phases in which the class votes; each has the name of its round. */
const VOTES = ["before", "after"];
/** How long the class takes, in seconds. */
const JOINING = 8;
const VOTING = 12;
const GUESSING = 8;
const BETWEEN_REBUTTALS = 3;
const READING_ONE = 10;

/**
 * A number from 0 to below 1 that depends only on its arguments, so that every demo runs the same way.
 * @param {unknown[]} what
 */
function draw(...what) {
  return createHash("sha256").update(what.join(" ")).digest().readUInt32BE() / 2 ** 32;
}

/** @type {<T>(list: T[], ...what: unknown[]) => T | undefined} */
const pick = (list, ...what) => list[Math.floor(draw(...what) * list.length)];
/** @type {(seconds: number, act: () => void) => void} */
const after = (seconds, act) => setTimeout(act, seconds * 1000);

/**
 * Seats the class in the session with this code, and follows the host's moves.
 * @param {string} url
 * @param {string} code
 */
export function seatClass(url, code) {
  const students = plannedStudents();
  const authors = authorsOf(students);
  /** @type {Room} */
  const room = { url, code, students, authors, posted: new Map(), noticed: new Set() };
  // Joining is closed or the server has stopped, so this student does not join.
  for (const student of students)
    after(JOINING * draw("join", student.number), () => sit(room, student).catch(() => undefined));
}

/**
 * The students of the planned moves, in random order. The last undecided one leaves early.
 * @returns {Student[]}
 */
function plannedStudents() {
  const plans = CHOICES.flatMap((before, row) =>
    CHOICES.flatMap((choice, column) =>
      Array.from({ length: MOVES[row]?.[column] ?? 0 }, () => ({ before, after: choice })),
    ),
  );
  return plans
    .map((plan, number) => ({
      ...plan,
      number,
      leavesEarly: number === plans.length - 1,
      phase: "lobby",
      hasGuessed: false,
      seq: 0,
      voted: new Set(),
      socket: null,
    }))
    .sort((one, other) => draw("order", one.number) - draw("order", other.number));
}

/**
 * Who writes which rebuttal: a different student for each, from the camp that it needs.
 * @param {Student[]} students
 */
function authorsOf(students) {
  const authors = new Map();
  for (const { key, camp } of REBUTTALS) {
    const taken = new Set(authors.values());
    authors.set(
      key,
      students.find((student) => student.before === camp && !student.leavesEarly && !taken.has(student)),
    );
  }
  return authors;
}

/**
 * @param {Room} room
 * @param {Student} student
 */
async function sit(room, student) {
  const { url, code } = room;
  const response = await fetch(`${url}/api/sessions/${code}/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const { ticket } = await response.json();
  const socket = io(url, { auth: { code, ticket }, transports: ["websocket"], forceNew: true });
  student.socket = socket;
  socket.on("session", (snapshot) => follow(room, student, snapshot));
  socket.on("rebuttals", ({ changed }) => noticeGuests(room, student, changed));
  socket.on("connect", async () => {
    const answer = await send(student, "sync", {});
    if (answer.ok) follow(room, student, answer.session);
  });
}

/**
 * Sends one message. Without an answer the result is not ok, and the demo continues.
 * @param {Student} student
 * @param {string} name
 * @param {object} payload
 */
async function send(student, name, payload) {
  try {
    return await student.socket?.timeout(10_000).emitWithAck(name, payload);
  } catch {
    return { ok: false };
  }
}

/**
 * @param {Room} room
 * @param {Student} student
 * @param {{ phase: string, step?: string }} snapshot
 */
function follow(room, student, { phase, step }) {
  if (step === "guess") guess(student);
  if (phase === student.phase) return;
  student.phase = phase;
  if (VOTES.includes(phase) && !student.voted.has(phase)) vote(room, student, phase);
  if (phase === "rebuttal") argue(room, student);
}

/**
 * Most guess, each once, and somewhat too low: the camp Against is loud in this debate.
 * @param {Student} student
 */
function guess(student) {
  const { number, hasGuessed } = student;
  if (hasGuessed || draw("guesses", number) > 0.9) return;
  student.hasGuessed = true;
  const share = Math.round(20 + 50 * ((draw("low", number) + draw("high", number)) / 2));
  after(1 + GUESSING * draw("when", number), () => send(student, "guess:cast", { share }));
}

/**
 * Acts later, unless the class has moved on by then.
 * @param {Student} student
 * @param {number} seconds
 * @param {() => unknown} act
 */
function soon(student, seconds, act) {
  const { phase } = student;
  after(seconds, () => {
    if (student.phase === phase && student.socket?.connected) void act();
  });
}

/**
 * @param {Room} room
 * @param {Student} student
 * @param {string} round
 */
function vote(room, student, round) {
  const { number, leavesEarly } = student;
  if (round === "after" && leavesEarly) return;
  const seconds = 1 + VOTING * draw("vote", round, number) ** 1.5;
  soon(student, seconds, () => cast(student, round, ballotOf(room, student, round)));
  // Now and then a student taps at random first and corrects it later.
  if (draw("tap", round, number) < 0.1)
    soon(student, seconds / 2, () => cast(student, round, { choice: pick(CHOICES, "tap", number) }));
}

/**
 * @param {Student} student
 * @param {string} round
 * @param {{ choice: Choice | undefined, credit?: object | null }} ballot
 */
async function cast(student, round, ballot) {
  student.seq += 1;
  const { credit, ...plain } = ballot;
  const sent = { ...plain, round, seq: student.seq };
  let answer = await send(student, "ballot:cast", credit ? { ...sent, credit } : sent);
  // The host may have hidden the credited rebuttal: then send the vote alone.
  if (answer.code === "not-found") answer = await send(student, "ballot:cast", sent);
  if (answer.ok) student.voted.add(round);
}

/**
 * @param {Room} room
 * @param {Student} student
 * @param {string} round
 */
function ballotOf(room, student, round) {
  const { number, before } = student;
  const choice = round === "before" ? before : student.after;
  const sure = draw("sure", round, number);
  const credit = round === "after" ? creditOf(room, student) : null;
  return {
    choice,
    confidence: sure < 0.8 ? confidenceOf(choice, sure) : undefined,
    reason: round === "before" && sure < 0.4 ? pick(REASONS[choice], "reason", number) : undefined,
    credit,
  };
}

/**
 * @param {Choice} choice
 * @param {number} sure
 */
function confidenceOf(choice, sure) {
  return choice === "undecided" ? 2 : 3 + Math.floor(sure * 3);
}

/**
 * @param {Room} room
 * @param {Student} student
 */
function creditOf({ authors, posted }, student) {
  const { before, after: choice, number } = student;
  if (before === choice) return null;
  const possible = CREDITS[choice].filter(
    ({ key }) => !key || (posted.has(key) && authors.get(key) !== student),
  );
  const credited = pick(possible, "credit", number);
  if (!credited) return null;
  const { key, paragraph, why } = credited;
  return { ...(key ? { rebuttalId: posted.get(key) } : { paragraph }), without: before, why };
}

/**
 * @param {Room} room
 * @param {Student} student
 */
function argue(room, student) {
  for (const [index, rebuttal] of REBUTTALS.entries())
    if (room.authors.get(rebuttal.key) === student)
      soon(student, 2 + BETWEEN_REBUTTALS * (index + draw("post", index)), () =>
        post(room, student, rebuttal),
      );
}

/**
 * @param {Room} room
 * @param {Student} student
 * @param {Rebuttal} rebuttal
 */
async function post(room, student, { key, side, quote, body, replyTo, appeal }) {
  const { posted } = room;
  if (posted.has(key)) return;
  const id = randomUUID();
  const answers = replyTo && posted.get(replyTo);
  room.noticed.add(id);
  const answer = await send(student, "rebuttal:post", {
    id,
    side,
    body,
    quote,
    replyTo: answers,
  });
  if (!answer.ok) return;
  posted.set(key, id);
  receive(room, student, { id, key, appeal });
}

/**
 * The others read a rebuttal, and some of them endorse it.
 * @param {Room} room
 * @param {Student | null} author
 * @param {{ id: string, key: string, appeal: import("./demo-words.mjs").Appeal }} rebuttal
 */
function receive({ students }, author, { id, key, appeal }) {
  for (const student of students) {
    if (student === author || !student.socket) continue;
    soon(student, 1 + READING_ONE * draw("read", key, student.number), async () => {
      await send(student, "rebuttal:seen", { ids: [id] });
      if (draw("endorse", key, student.number) < appeal[student.before])
        await send(student, "rebuttal:endorse", { rebuttalId: id, on: true });
    });
  }
}

/**
 * Rebuttals of people who joined by phone are read like all others.
 * @param {Room} room
 * @param {Student} student
 * @param {{ id: string, status: string }[]} rebuttals
 */
function noticeGuests(room, student, rebuttals) {
  if (student.phase !== "rebuttal") return;
  for (const { id, status } of rebuttals) {
    if (room.noticed.has(id) || status !== "published") continue;
    room.noticed.add(id);
    receive(room, null, { id, key: id, appeal: GUESTS_APPEAL });
  }
}
