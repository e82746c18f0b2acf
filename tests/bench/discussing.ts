import { setTimeout as pause } from "node:timers/promises";
import type { Wire } from "#server/capacity/phones/wire.ts";

/** Nothing is sent about a rebuttal so long before it goes, in milliseconds: what waits for its group would be refused. */
const UNDER_WAY = 5_000;

/** One rebuttal of a discussion; times in milliseconds from its beginning. `writer`: the index of a student. */
export type Planned = {
  id: string;
  writer: number;
  side: "for" | "against";
  body: string;
  at: number;
  replyTo?: string;
  /** When its author changes it, or withdraws it. */
  editAt?: number;
  withdrawAt?: number;
  /** When the host merges it into another one. */
  mergeAt?: number;
  mergeInto?: string;
};

/** `visits`: how often each student scrolls through the list; each time `shown` of it come into view, and some are endorsed. */
export type Discussion = {
  rebuttals: Planned[];
  seconds: number;
  visits: number;
  shown: number;
  endorsed: number;
};

/** Milliseconds from sending to each answer. */
export type Discussed = { posts: number[]; endorsements: number[]; rest: number[]; refused: string[] };

type Answer = { ok: boolean; code?: string };

/** A class argues: each does at random moments what a phone sends while its student writes, reads and endorses. */
export async function discuss(wires: Wire[], discussion: Discussion): Promise<Discussed> {
  const done: Discussed = { posts: [], endorsements: [], rest: [], refused: [] };
  const began = performance.now();
  const until = (at: number) => pause(Math.max(0, began + at - performance.now()));
  const readable: Planned[] = [];
  // A phone offers no endorsement of one's own, nor of what stands for it.
  const own = new Set(
    discussion.rebuttals.flatMap(({ id, writer, mergeInto }) => [
      `${writer} ${id}`,
      `${writer} ${mergeInto}`,
    ]),
  );

  async function send(times: number[], writer: number, name: string, payload: object): Promise<void> {
    const started = performance.now();
    const answer = (await wires[writer]?.send(name, payload)) as Answer;
    times.push(performance.now() - started);
    if (!answer.ok) done.refused.push(`${name}: ${answer.code}`);
  }

  async function write(rebuttal: Planned): Promise<void> {
    const { id, writer, side, body, at, replyTo, editAt, withdrawAt, mergeAt } = rebuttal;
    const leave = () => void readable.splice(readable.indexOf(rebuttal), 1);
    await until(at);
    await send(done.posts, writer, "rebuttal:post", { id, side, body, ...(replyTo && { replyTo }) });
    readable.push(rebuttal);
    if (editAt !== undefined) {
      await until(editAt);
      const edited = { rebuttalId: id, body: `${body} That is all.` };
      await send(done.rest, writer, "rebuttal:edit", edited);
    }
    if (withdrawAt !== undefined) {
      await until(withdrawAt - UNDER_WAY);
      leave();
      await until(withdrawAt);
      await send(done.rest, writer, "rebuttal:withdraw", { rebuttalId: id });
    }
    if (mergeAt !== undefined) {
      await until(mergeAt - UNDER_WAY);
      leave();
    }
  }

  /** What the student endorses is drawn among all that can be read by then, the newest included. */
  async function visit(student: number, at: number, endorsed: Set<string>, share: number): Promise<void> {
    await until(at);
    const others = readable.filter(({ id }) => !own.has(`${student} ${id}`));
    const shown = drawn(others, discussion.shown);
    if (shown.length > 0) await send(done.rest, student, "rebuttal:seen", { ids: shown.map(({ id }) => id) });
    const unknown = others.filter(({ id }) => !endorsed.has(id));
    for (const { id } of drawn(unknown, share)) {
      endorsed.add(id);
      await pause(Math.random() * 1_000);
      if (!readable.some((rebuttal) => rebuttal.id === id)) continue;
      await send(done.endorsements, student, "rebuttal:endorse", { rebuttalId: id, on: true });
    }
  }

  async function read(student: number): Promise<void> {
    const { seconds, visits, endorsed } = discussion;
    const endorsedSoFar = new Set<string>();
    for (let number = 0; number < visits; number += 1) {
      // The first part of the phase belongs to those who write.
      const at = (0.1 + (0.85 * (number + Math.random())) / visits) * seconds * 1_000;
      const due = Math.round((endorsed * (number + 1)) / visits) - endorsedSoFar.size;
      await visit(student, at, endorsedSoFar, due);
    }
  }

  await Promise.all([...discussion.rebuttals.map(write), ...wires.map((_, student) => read(student))]);
  return done;
}

function drawn<T>(among: T[], count: number): T[] {
  const rest = [...among];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) {
    const at = Math.floor(Math.random() * rest.length);
    taken.push(...rest.splice(at, 1));
  }
  return taken;
}
