import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { PageEnd } from "#debate/rules/snapshot.ts";
import { PhoneConnection } from "#server/capacity/phones/phone-connection.ts";

const SENTENCE =
  "A neighbour of four thousand kilometres is a fact of geography, and a card is a figure of speech. ";

/** Some students post rebuttals in turn, one per interval in milliseconds; the next student endorses each. */
export async function argue(
  url: string,
  auths: object[],
  rebuttals: number,
  interval: number,
): Promise<void> {
  const writers = auths.map(() => new PhoneConnection(url));
  await Promise.all(writers.map((writer, index) => writer.enter(auths[index] ?? {})));
  const send = async (index: number, name: string, payload: object) => {
    const answer = (await writers[index % writers.length]?.send(name, payload)) as { ok: boolean };
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  };
  const started = performance.now();
  for (let index = 0; index < rebuttals; index += 1) {
    const id = randomUUID();
    await send(index, "rebuttal:post", { id, side: index % 2 ? "for" : "against", body: SENTENCE.repeat(3) });
    await send(index + 1, "rebuttal:endorse", { rebuttalId: id, on: true });
    await pause(Math.max(0, started + (index + 1) * interval - performance.now()));
  }
  for (const writer of writers) writer.close();
}

type Answer = { ok: boolean; more?: PageEnd };

/** Each one posts a rebuttal at the same moment. */
export async function postAll(wires: PhoneConnection[]): Promise<{ ids: string[]; times: number[] }> {
  const ids = wires.map(() => randomUUID());
  const times = await Promise.all(
    wires.map((wire, index) =>
      timed(wire, "rebuttal:post", {
        id: ids[index],
        side: index % 2 ? "for" : "against",
        body: SENTENCE.repeat(3),
      }),
    ),
  );
  return { ids, times };
}

type Endorsing = { ids: string[]; each: number };

/** `ids`: in the order of `postAll`, so that no one endorses their own. */
export async function endorseAll(wires: PhoneConnection[], { ids, each }: Endorsing): Promise<number[]> {
  return Promise.all(
    wires.flatMap((wire, index) =>
      Array.from({ length: each }, (_, n) => {
        const rebuttalId = ids[(index + 1 + n * 7) % ids.length];
        return timed(wire, "rebuttal:endorse", { rebuttalId, on: true });
      }),
    ),
  );
}

async function timed(wire: PhoneConnection, name: string, payload: object): Promise<number> {
  const started = performance.now();
  const answer = (await wire.send(name, payload)) as Answer;
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return performance.now() - started;
}

/** The end of a message with `more`. */
const MORE = Buffer.from('"more":true}]');

export function followAll(wires: PhoneConnection[]): void {
  for (const wire of wires)
    wire.onEvent = (bytes, _start, end) => {
      if (bytes.compare(MORE, 0, MORE.length, end - MORE.length, end) === 0) void readAll(wire);
    };
}

async function readAll(wire: PhoneConnection): Promise<void> {
  let answer = (await wire.send("sync", {})) as Answer;
  while (answer.more) answer = (await wire.send("sync", { after: answer.more })) as Answer;
}
