import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { openClassroom } from "#tests/faults/classroom.ts";
import { startProgram } from "#tests/faults/program.ts";
import { Client } from "#tests/support/client.ts";
import { ballot, OK } from "#tests/support/lesson.ts";

const STUDENTS = 20;
const VOTES = 25;
const ROUNDS = 3;
/** Below this a difference is the machine's own noise, in milliseconds. */
const FLOOR = 5;

/** Ten thousand messages a second through one socket of a seat, until it is stopped. Answers with how many were sent. */
function startFlood(url: string, auth: object) {
  const worker = new Worker(new URL("./flooder.mjs", import.meta.url), {
    workerData: { url, auth, perSecond: 10_000 },
  });
  return async (): Promise<number> => {
    const told = once(worker, "message");
    worker.postMessage("stop");
    const [sent] = (await told) as [number];
    await worker.terminate();
    return sent;
  };
}

const percentile95 = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

test("[L1] 10,000 messages a second from one seat, again and again: the others' acknowledgements take no twice as long", async () => {
  await using program = await startProgram();
  const { code, seats } = await openClassroom(program);
  const { url } = program;
  const [flooder, ...others] = await seats(STUDENTS + 1);
  const students = await Promise.all(
    others.map(async ({ ticket }) => {
      const student = new Client(url, { auth: { code, ticket } });
      await student.connected();
      return student;
    }),
  );
  let seq = 0;
  /** How long each of many votes waits for its answer; the students vote one after the other. */
  const vote = async (): Promise<number[]> => {
    const times: number[] = [];
    for (let n = 0; n < VOTES; n += 1)
      for (const student of students) {
        seq += 1;
        const started = performance.now();
        expect(await student.send("ballot:cast", ballot("for", "before", seq))).toMatchObject(OK);
        times.push(performance.now() - started);
      }
    return times;
  };

  await vote(); // so that no path is cold
  const quiet: number[] = [];
  const flooded: number[] = [];
  let sent = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    quiet.push(...(await vote()));
    const stop = startFlood(url, { code, ticket: flooder?.ticket });
    flooded.push(...(await vote()));
    sent += await stop();
  }
  for (const student of students) student.close();
  // It had its say, and was cut off before long.
  expect(sent).toBeGreaterThan(3_000);
  expect(sent).toBeLessThan(20_000);
  const [before, under] = [percentile95(quiet), percentile95(flooded)];
  expect(under, `${before} ms without, ${under} ms with the flood`).toBeLessThan(
    Math.max(2 * before, before + FLOOR),
  );
}, 60_000);
