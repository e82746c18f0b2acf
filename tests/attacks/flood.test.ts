import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { openClassroom } from "#tests/faults/classroom.ts";
import { connectClient } from "#tests/support/client.ts";
import { ballot, OK } from "#tests/support/lesson.ts";
import { startProgram } from "#tests/support/program.ts";
import { runs } from "#tests/support/runs.ts";

const STUDENTS = 20;
const VOTES = runs(6);
/** How many `sync` a seat may send at once, and in each second after: each counts as ten messages. */
const AT_ONCE = 150;
const A_SECOND = 30;

/** Ten thousand messages a second through one socket of a seat, until it is stopped. */
async function startFlood(url: string, auth: object) {
  const worker = new Worker(new URL("./flooder.mjs", import.meta.url), {
    workerData: { url, auth, perSecond: 10_000 },
  });
  await once(worker, "message"); // it is let in
  const begun = performance.now();
  return async () => {
    const told = once(worker, "message");
    worker.postMessage("stop");
    const [counted] = (await told) as [{ sent: number; answered: number; cuts: number }];
    await worker.terminate();
    return { ...counted, seconds: (performance.now() - begun) / 1_000 };
  };
}

test("[L1] a seat that sends 10,000 messages a second is answered up to its limit, then disconnected; all votes are stored", async () => {
  await using program = await startProgram();
  const { code, seats, rows } = await openClassroom(program);
  const { url } = program;
  const [flooder, ...others] = await seats(STUDENTS + 1);
  const students = await Promise.all(
    others.map(async ({ ticket }) => {
      return connectClient(url, { auth: { code, ticket } });
    }),
  );
  const stop = await startFlood(url, { code, ticket: flooder?.ticket });
  // The students vote one after the other, so that each vote waits for everything sent before it.
  for (let seq = 1; seq <= VOTES; seq += 1)
    for (const student of students)
      expect(await student.send("ballot:cast", ballot("for", "before", seq))).toMatchObject(OK);
  await expect.poll(() => students.every(({ socket }) => socket.connected)).toBe(true);
  const { sent, answered, cuts, seconds } = await stop();
  for (const student of students) student.close();
  expect(rows().map(({ seq }) => seq)).toEqual(Array(STUDENTS).fill(VOTES));
  // It was answered at first and soon disconnected; then it is refused for ten seconds.
  expect(sent).toBeGreaterThan(AT_ONCE);
  expect(answered).toBeLessThanOrEqual(AT_ONCE + A_SECOND * (seconds + 1));
  expect(cuts).toBeGreaterThan(0);
  expect(cuts).toBeLessThanOrEqual(1 + seconds / 10);
});
