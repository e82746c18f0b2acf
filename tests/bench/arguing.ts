import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Wire } from "#tests/bench/wire.ts";

const SENTENCE =
  "A neighbour of four thousand kilometres is a fact of geography, and a card is a figure of speech. ";

/** Some students post rebuttals in turn, one per interval in milliseconds; the next student endorses each. */
export async function argue(
  url: string,
  auths: object[],
  rebuttals: number,
  interval: number,
): Promise<void> {
  const writers = auths.map(() => new Wire(url));
  await Promise.all(writers.map((writer, index) => writer.enter(auths[index] ?? {})));
  const send = async (index: number, name: string, payload: object) => {
    const answer = (await writers[index % writers.length]?.send(name, payload)) as { ok: boolean };
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  };
  for (let index = 0; index < rebuttals; index += 1) {
    const id = randomUUID();
    await send(index, "rebuttal:post", { id, side: index % 2 ? "for" : "against", body: SENTENCE.repeat(3) });
    await send(index + 1, "rebuttal:endorse", { rebuttalId: id, on: true });
    await pause(interval);
  }
  for (const writer of writers) writer.close();
}
