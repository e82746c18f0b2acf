import { describe, expect, test } from "vitest";
import type { Phase } from "#debate/rules/phase-order.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { AFTER, BEFORE, everyAnswer, everyPage, leaksIn } from "#tests/support/onlookers.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

describe("[V2] before results", () => {
  test("no route gives a student a tally, even while the projector shows it", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const students = await Promise.all(BEFORE.map(() => server.connect("student")));
    const [ada, bob] = students as [Client, Client];
    const { ticket } = ada.socket.auth as { ticket: string };
    const told: unknown[] = [];
    const enter = async (phase: Phase) => {
      await moveTo(host, phase);
      await host.send("host:reveal", { on: true });
      await ada.sees((snapshot) => snapshot.phase === phase);
    };
    const ask = async () =>
      told.push(...(await everyAnswer(server, ticket)), ...(await everyPage(server, ticket)));

    await enter("before");
    await Promise.all(students.map((student, index) => student.send("ballot:cast", ballot(BEFORE[index]))));
    await host.sees(({ turnout }) => turnout.voted === 23);
    await ask();
    await enter("reading");
    await enter("rebuttal");
    const [own, hers] = [rebuttal(), rebuttal({ side: "against" })];
    await ada.send("rebuttal:post", own);
    await bob.send("rebuttal:post", hers);
    const ids = [own.id, hers.id];
    await Promise.all(students.slice(2, 9).map((student) => student.send("rebuttal:seen", { ids })));
    await Promise.all([ada, ...students.slice(2, 9)].map((student) => endorse(student, hers.id)));
    await ada.hearsRebuttals(({ changed, counts = [] }) =>
      [...changed.map(({ endorsements }) => endorsements), ...counts.map(([, count]) => count)].includes(8),
    );
    await ask();
    await enter("after");
    await Promise.all(students.map((student, i) => student.send("ballot:cast", ballot(AFTER[i], "after"))));
    await host.sees(({ phase, turnout }) => phase === "after" && turnout.voted === 23);
    // However a lesson steps back and forth, no count is sent.
    await enter("lobby");
    await enter("after");
    await ada.sync();
    await ask();
    for (const payload of [...ada.heard, ...ada.answers, ...told]) expect(leaksIn(payload)).toEqual([]);

    await moveTo(host, "results");
    const shown = await ada.sees(({ tally }) => tally !== undefined);
    expect(shown.tally).toEqual({
      before: { for: 11, against: 7, undecided: 5 },
      after: { for: 13, against: 6, undecided: 4 },
    });
    const last = [...(await everyAnswer(server, ticket)), ...(await everyPage(server, ticket))];
    expect(last.flatMap((payload) => leaksIn(payload)).length).toBeGreaterThan(10);
    await moveTo(host, "after");
    expect(leaksIn(await ada.sync())).toEqual([]);
    expect(leaksIn(await everyAnswer(server, ticket))).toEqual([]);
  });
});

test("a student gets the glossary of a kit by each route that has the debate, and nothing that is the teacher's", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const student = await server.connect("student");
  const { ticket } = student.socket.auth as { ticket: string };
  await moveTo(host, "closed");
  const told = [...(await everyAnswer(server, ticket)), ...(await everyPage(server, ticket))];
  const withDebate = told
    .map((each) => JSON.stringify(each))
    .filter((text) => text.includes('"introduction"'));
  expect(withDebate.length).toBeGreaterThanOrEqual(4);
  const { glossary, ...teachers } = BUILT_IN_DEBATE.kit ?? {};
  for (const text of withDebate) {
    expect(text).toContain(JSON.stringify(glossary));
    for (const [part, content] of Object.entries(teachers))
      expect(text).not.toContain(`"${part}":${JSON.stringify(content).slice(0, 20)}`);
    // [X4] Of the versions their names, and no words.
    for (const {
      for: [words],
    } of BUILT_IN_DEBATE.versions ?? [])
      expect(text).not.toContain(JSON.stringify(words).slice(1, 40));
  }
});
