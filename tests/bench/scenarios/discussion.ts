import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Classroom } from "#tests/bench/classroom.ts";
import { resolved } from "#tests/bench/contestants.ts";
import type { Discussion, Planned } from "#tests/bench/discussing.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { PROFILED, whereCpuGoes } from "#tests/bench/profiling.ts";
import { isVoid, withGenerator } from "#tests/bench/turns.ts";

/** How long to wait, in milliseconds, until the room has heard everything. */
const SETTLED = 3_000;
const SENTENCE =
  "A card that is shown to everyone is no longer a card, and a neighbor is one every day of the year. ";
/** Characters of a rebuttal: the shortest, and how much longer the longest is. */
const LENGTHS = [90, 360] as const;
/** Every third rebuttal answers another one; each of so many is changed, withdrawn, merged by the host. */
const [REPLIES, EDITS, WITHDRAWALS, MERGES] = [3, 15, 30, 20];
/** How often the host puts a rebuttal on the projector. */
const ON_WALL = 6;
const [VISITS, SHOWN] = [4, 20];

type Shape = { students: number; rebuttals: number; endorsements: number; minutes: number };

/** The phase `rebuttal` of a hall: what each phone is sent in it, what it costs the server, and how long a post takes. */
export async function discussion(shape: Shape): Promise<Figure[]> {
  const { students, minutes } = shape;
  const plan = planned(shape);
  await using server = await resolved(PROFILED);
  const { url, cpu, classroom, move } = server;
  const { before, after, spent, done, voided } = await withGenerator(async (generator) => {
    await generator.ask("connect", { url, auths: await classroom.auths(students), syncs: true });
    await generator.ask("follow", undefined);
    await move("before");
    await generator.ask("vote", { round: "before", within: 5 });
    await move("reading");
    await pause(SETTLED);
    const before = await generator.ask("heard", undefined);
    const used = cpu();
    const what = { name: "discussion", unit: "endorsement", count: () => shape.endorsements };
    const done = await whereCpuGoes(server, what, async () => {
      await move("rebuttal");
      const [done] = await Promise.all([generator.ask("discuss", plan), lead(classroom, plan)]);
      await pause(SETTLED);
      return done;
    });
    const spent = cpu() - used;
    return { before, after: await generator.ask("heard", undefined), spent, done, voided: isVoid(done) };
  });
  const grown = (part: "messages" | "bytes") =>
    spread(after[part].map((count, student) => count - (before[part][student] ?? 0)));
  const [messages, bytes] = [grown("messages"), grown("bytes")];
  const posts = spread(done.posts);
  const endorsing = spread(done.endorsements);
  const name = `${students} argue for ${minutes} minutes`;
  const figure = (of: string, unit: string, value: number, most?: number): Figure => ({
    ...{ name: `${name}, ${of}`, unit, resolved: value, isVoid: voided },
    ...(most !== undefined && { bar: { text: `<= ${most} ${unit}`.trim(), met: value <= most } }),
  });
  return [
    figure("rebuttals", "", done.posts.length),
    figure("endorsements", "", done.endorsements.length),
    figure("a student's messages, median", "", messages.p50),
    figure("a student's messages, most", "", messages.max, 200),
    figure("a student's bytes, median", "kB", bytes.p50 / 1_000),
    figure("a student's bytes, most", "kB", bytes.max / 1_000, 200),
    figure("server CPU", "s", spent, 25),
    figure("a post, p50", "ms", posts.p50),
    figure("a post, p95", "ms", posts.p95),
    figure("a post, p99", "ms", posts.p99, 200),
    figure("an endorsement, p99", "ms", endorsing.p99),
    // What was refused is in the name, so that a run that fails says why.
    figure(`refused ${[...new Set(done.refused)].join(", ")}`.trim(), "", done.refused.length, 0),
    figure("generator busy", "%", done.busy * 100),
  ];
}

/** Who writes what, when: the same number of rebuttals in each part of the first nine tenths. */
function planned({ students, rebuttals: count, endorsements, minutes }: Shape): Discussion {
  const seconds = minutes * 60;
  const rebuttals: Planned[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = ((n + Math.random()) / count) * 0.9 * seconds * 1_000;
    const later = at + (0.02 + 0.06 * Math.random()) * seconds * 1_000;
    const side = n % 2 ? "for" : "against";
    const [shortest, more] = LENGTHS;
    // What it answers, or says again, has been read before.
    const read = rebuttals.filter((each) => isSteady(each) && each.at < at - 5_000);
    const answered = n % REPLIES === 2 ? read[Math.floor(Math.random() * read.length)] : undefined;
    const said = n % MERGES === 5 ? read.findLast((each) => each.side === side) : undefined;
    rebuttals.push({
      ...{ id: randomUUID(), writer: Math.floor((n * students) / count), side, at },
      body: SENTENCE.repeat(6)
        .slice(0, shortest + Math.floor(Math.random() * more))
        .trim(),
      ...(answered && { replyTo: answered.id }),
      ...(n % EDITS === 4 && { editAt: later }),
      ...(n % WITHDRAWALS === 7 && { withdrawAt: later }),
      ...(said && said.id !== answered?.id && { mergeAt: later, mergeInto: said.id }),
    });
  }
  return { rebuttals, seconds, visits: VISITS, shown: SHOWN, endorsed: endorsements / students };
}

/** Whether it stays as it was posted. */
const isSteady = ({ editAt, withdrawAt, mergeAt }: Planned) =>
  editAt === undefined && withdrawAt === undefined && mergeAt === undefined;

/** The host merges what says the same, and puts some on the projector. */
async function lead({ host }: Classroom, { rebuttals, seconds }: Discussion): Promise<void> {
  const began = performance.now();
  const merges = rebuttals.flatMap(({ id: rebuttalId, mergeAt: at, mergeInto: into }) =>
    at !== undefined && into ? [{ at, act: () => host.send("host:merge", { rebuttalId, into }) }] : [],
  );
  const shows = Array.from({ length: ON_WALL }, (_, n) => {
    const at = ((n + 1) / (ON_WALL + 1)) * seconds * 1_000;
    const rebuttalId = rebuttals.findLast((each) => isSteady(each) && each.at < at - 5_000)?.id ?? "";
    return { at, act: () => host.send("host:wall", { show: { rebuttalId } }) };
  });
  for (const { at, act } of [...merges, ...shows].sort((one, other) => one.at - other.at)) {
    await pause(Math.max(0, began + at - performance.now()));
    const answer = await act();
    if (!answer.ok) throw new Error(`the host was refused: ${answer.code}`);
  }
}
