import fc from "fast-check";
import { expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

type Sent = { participantId: string; seq: number; choice: (typeof CHOICES)[number] };
type Answer = { ok: boolean; code?: string };

async function storedBefore(server: TestServer): Promise<Map<string, { seq: number; choice: string }>> {
  const rows = await server.database.reader.ballot.findMany({ where: { round: "before" } });
  return new Map(rows.map(({ participantId, seq, choice }) => [participantId, { seq: Number(seq), choice }]));
}

test("[B1][B2] however ballots race with the move, exactly those acknowledged are stored", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 24 }, () => server.connect("student")));
  const standing = new Map<string, { seq: number; choice: string }>();
  const seen = { accepted: 0, refused: 0 };
  let base = 0;

  async function race(taps: { by: number; choice: Sent["choice"] }[], moveAt: number): Promise<void> {
    await moveTo(host, "before");
    const { version } = (await host.sync()).session;
    const sent: Sent[] = [];
    const answers: Promise<Answer>[] = [];
    let move: Promise<unknown> | undefined;
    for (const [index, { by, choice }] of taps.entries()) {
      if (index === moveAt) move = host.send("host:phase", { to: "reading", version });
      const student = students[by] as Client;
      const seq = base + index;
      sent.push({ participantId: student.participantId, seq, choice });
      answers.push(student.send("ballot:cast", ballot(choice, "before", seq)));
    }
    base += taps.length;
    remember(sent, await Promise.all(answers));
    expect(await move).toMatchObject(OK);
    expect(await storedBefore(server)).toEqual(standing);
    const { tally } = (await host.sync()).session;
    for (const each of CHOICES)
      expect(tally?.before?.[each] ?? 0).toBe(
        [...standing.values()].filter(({ choice }) => choice === each).length,
      );
  }

  function remember(sent: Sent[], answers: Answer[]): void {
    for (const [index, answer] of answers.entries()) {
      const { participantId, seq, choice } = sent[index] as Sent;
      expect(answer.code ?? "ok").toMatch(/^(ok|wrong-phase)$/u);
      seen[answer.ok ? "accepted" : "refused"] += 1;
      if (answer.ok) standing.set(participantId, { seq, choice });
    }
  }

  const tap = fc.record({ by: fc.nat(23), choice: fc.constantFrom(...CHOICES) });
  const taps = fc.array(tap, { minLength: 60, maxLength: 200 });
  await fc.assert(fc.asyncProperty(taps, fc.integer({ min: 10, max: 50 }), race), {
    numRuns: 12,
    endOnFailure: true,
  });
  expect(seen.accepted).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(0);
});

test("[B3] of 1,000 ballots of one seat at once, in any order, one row stands: that with the highest counter", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "before");
  const seqs = Array.from({ length: 1_000 }, (_, seq) => seq);
  const shuffled = fc.shuffledSubarray(seqs, { minLength: seqs.length });
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      const ada = await server.connect("student");
      const choiceOf = (seq: number) => CHOICES[seq % 3] ?? "for";
      const answers = order.map((seq) => ada.send("ballot:cast", ballot(choiceOf(seq), "before", seq)));
      for (const [index, answer] of (await Promise.all(answers)).entries())
        expect(answer).toEqual({ ...OK, seq: order[index] });
      expect((await ada.sync()).you?.ballots).toEqual({ before: { choice: choiceOf(999), seq: 999 } });
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(await server.database.reader.ballot.count()).toBe(3);
});
