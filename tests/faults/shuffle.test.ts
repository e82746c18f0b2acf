import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import { createDice } from "#tests/support/chance.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const SEATS = 8;
/** Each sends some hundreds of ballots of eight seats: an order that counts shows in nearly every one. */
const RUNS = process.env.EVERY_TEST === undefined ? 6 : 200;
type Frame = { seat: number; seq: number; choice: (typeof CHOICES)[number] };

test("[B3] the same frames, once in order and once doubled, shuffled and from two devices, leave the same ballots", async () => {
  const { seed } = createDice();
  await using server = await startServer({ messagesPerSecond: 100_000 });
  const [first, second] = [server.session.code, (await server.open()).code];

  /** A session in its first vote, and each seat's devices. */
  const classOf = async (code: string, devices: number) => {
    const host = await server.connect("host", { code });
    await moveTo(host, "before");
    await host.send("host:reveal", { on: true });
    const seats = await Promise.all(Array.from({ length: SEATS }, () => server.join(undefined, code)));
    const clients = await Promise.all(
      seats.map(({ ticket }) =>
        Promise.all(Array.from({ length: devices }, () => server.connect("student", { code, ticket }))),
      ),
    );
    const ids = seats.map(({ participantId }) => participantId);
    return {
      clients,
      tally: async () => (await host.sync()).session.tally?.before,
      async rows() {
        const rows = await server.database.reader.ballot.findMany({ where: { participantId: { in: ids } } });
        const bySeat = rows.map(({ participantId, seq, choice }) => ({
          seat: ids.indexOf(participantId),
          seq: Number(seq),
          choice,
        }));
        return bySeat.sort((a, b) => a.seat - b.seat);
      },
    };
  };
  const [tidy, untidy] = [await classOf(first, 1), await classOf(second, 2)];
  const send = (clients: Client[][], { seat, seq, choice }: Frame, device: number) => {
    const client = clients[seat]?.[device] as Client;
    return client.send("ballot:cast", ballot(choice, "before", seq));
  };
  let base = 0;

  const frame = fc.record({
    seat: fc.nat(SEATS - 1),
    seq: fc.nat(30),
    choice: fc.constantFrom(...CHOICES),
  });
  const frames = fc.uniqueArray(frame, {
    minLength: 60,
    maxLength: 120,
    selector: ({ seat, seq }) => `${seat} ${seq}`,
  });
  const sendings = frames.chain((once) => {
    const copies = [...once, ...once, ...once];
    const shuffled = fc.shuffledSubarray(copies, { minLength: copies.length });
    const devices = fc.array(fc.nat(1), { minLength: copies.length, maxLength: copies.length });
    return fc.record({ once: fc.constant(once), shuffled, devices });
  });
  await fc.assert(
    fc.asyncProperty(sendings, async ({ once, shuffled, devices }) => {
      const later = (each: Frame) => ({ ...each, seq: base + each.seq });
      const inOrder = once.map(later).sort((a, b) => a.seq - b.seq);
      for (const each of await Promise.all(inOrder.map((sent) => send(tidy.clients, sent, 0))))
        expect(each).toMatchObject(OK);
      const answers = shuffled.map((sent, index) => send(untidy.clients, later(sent), devices[index] ?? 0));
      for (const [index, answer] of (await Promise.all(answers)).entries())
        expect(answer).toEqual({ ...OK, seq: base + (shuffled[index]?.seq ?? 0) });
      base += 100;
      expect(await untidy.rows()).toEqual(await tidy.rows());
      expect(await untidy.tally()).toEqual(await tidy.tally());
    }),
    { numRuns: RUNS, seed, endOnFailure: true },
  );
  expect(await tidy.rows()).toHaveLength(SEATS);
});
