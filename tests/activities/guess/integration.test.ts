import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { createStore } from "#server/store/store.ts";
import type { Client } from "#tests/support/client.ts";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { atResults, STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { tablesWith } from "#tests/support/tables.ts";

const guess = (client: Client, share: number) => client.send("guess:cast", { share });
const cookieOf = ({ session }: TestServer, client: Client) => ({
  cookie: `seat-${session.code}=${(client.socket.auth as { ticket: string }).ticket}`,
});
const results = async (server: TestServer): Promise<Results> => (await server.asHost("/results")).json();
const atGuess = async (server: TestServer) => {
  const lesson = await atResults(server);
  await showStep(lesson.host, "guess");
  return lesson;
};

describe("[V16] a guess", () => {
  test("counts at its step only; of several the newest; host and screen see how many came", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, screen, students } = await atResults(server);
    const [ada, bob, cyd] = students as [Client, Client, Client];
    expect(await guess(ada, 50)).toEqual(refused("wrong-phase"));
    await showStep(host, "guess");
    await screen.sees(({ step, guessed }) => step === "guess" && guessed === 0);
    for (const share of [0, 30]) expect(await guess(ada, share)).toEqual(OK);
    expect(await guess(bob, 100)).toEqual(OK);
    for (const staff of [host, screen]) await staff.sees(({ guessed }) => guessed === 2);
    expect((await ada.sync()).session).not.toHaveProperty("guessed");
    expect((await ada.sync()).result).toEqual({ step: "guess" });
    await showStep(host, "before");
    expect(await guess(cyd, 10)).toEqual(refused("wrong-phase"));
    await showStep(host, "flow");
    const told = await ada.hearsResult(({ step }) => step === "flow");
    // 5 of 7 last votes are For.
    expect(told.guess).toMatchObject({ n: 2, mean: 65, truth: (100 * 5) / 7 });
    expect((await host.sync()).session).not.toHaveProperty("guessed");
    // [K9] By camp they are the host's.
    expect((await results(server)).guess).toEqual({ ...told.guess, byCamp: {} });
  });

  test("[V15] is asked for once: not without the setting, and not again after a later step was shown", async () => {
    await using plain = await startServer({ settings: { reveal: "staged" } });
    expect(await showStep((await atResults(plain)).host, "guess")).toEqual(refused("wrong-phase"));

    await using server = await startServer({ settings: STAGED });
    const { host, students } = await atResults(server);
    const steps = async () => (await host.sync()).result?.steps;
    for (const step of ["guess", "covered", "guess"] as const)
      expect(await showStep(host, step)).toMatchObject(OK);
    expect(await steps()).toContain("guess");
    await showStep(host, "before");
    expect(await showStep(host, "guess")).toEqual(refused("wrong-phase"));
    await showStep(host, "covered");
    expect(await steps()).not.toContain("guess");
    expect(await showStep(host, "guess")).toEqual(refused("wrong-phase"));
    expect(await guess(students[0], 10)).toEqual(refused("wrong-phase"));
    // Closed, and back: the results were open.
    await moveTo(host, "after");
    await moveTo(host, "results");
    expect(await showStep(host, "guess")).toMatchObject(OK);
    await moveTo(host, "closed");
    await moveTo(host, "results");
    expect(await showStep(host, "guess")).toEqual(refused("wrong-phase"));
  });

  test("[L9] those of a whole hall share few transactions, so that the host's step waits for none of them", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host } = await atGuess(server);
    const { database } = server;
    const { id } = await database.reader.session.findFirstOrThrow();
    const seats = Array.from({ length: 1_000 }, () => randomUUID());
    const data = seats.map((seat) => ({ id: seat, sessionId: id, name: seat, joinedAt: 0n }));
    await database.write((transaction) => transaction.participant.createMany({ data }));
    let transactions = 0;
    const write: typeof database.write = (...job) => {
      transactions += 1;
      return database.write(...job);
    };
    const { guesses } = createStore({ ...database, write });
    const stored = await Promise.all(
      seats.map((participantId, n) => guesses.cast({ participantId, sessionId: id, share: n % 101 })),
    );
    expect(stored.filter(({ ok }) => ok)).toHaveLength(1_000);
    expect(transactions).toBeLessThanOrEqual(3);
    await showStep(host, "flow");
    expect((await host.hearsResult(({ step }) => step === "flow")).guess).toMatchObject({ n: 1_000 });
  });

  test("[G1] [G3] is in the download of its seat, and deleted with the seat and with the session", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, students } = await atGuess(server);
    const [ada, bob] = students;
    const phone = await server.connect("student", ada.socket.auth as { ticket: string });
    await guess(ada, 77);
    expect(await phone.hearsMine((you) => you.guess === 77)).toBeDefined();
    const headers = cookieOf(server, ada);
    expect(await (await server.asStranger("/mine", { headers })).json()).toMatchObject({ guess: 77 });
    const others = await server.asStranger("/mine", { headers: cookieOf(server, bob) });
    expect(await others.json()).toMatchObject({ guess: null });
    const { status } = await server.asStranger("/mine?scope=seat", { method: "DELETE", headers });
    expect(status).toBe(204);
    await host.sees(({ guessed, joined }) => guessed === 0 && joined === 6);
    expect(await tablesWith(server.database, ada.participantId)).not.toContain("guess");
    // [G2] It is no word.
    await guess(bob, 12);
    const words = { method: "DELETE", headers: cookieOf(server, bob) };
    expect((await server.asStranger("/mine?scope=words", words)).status).toBe(204);
    expect((await bob.sync()).you?.guess).toBe(12);
    expect((await server.asHost("", { method: "DELETE" })).status).toBe(204);
    expect(await server.database.reader.guess.count()).toBe(0);
  });

  test("is no vote: a class that was told its votes sees later guesses beside what it was told [Z11]", async () => {
    await using server = await startServer({ settings: { ...STAGED, entry: "personal" } });
    const { passes } = (await (await server.asHost("/passes", { json: { count: 8 } })).json()) as {
      passes: { code: string }[];
    };
    const [host] = await server.seats("host");
    const phones = await Promise.all(
      passes.map(async ({ code: pass }) => {
        const seat = await (await server.asStranger("/join", { json: { pass } })).json();
        return server.connect("student", { ticket: seat.ticket });
      }),
    );
    await moveTo(host, "before");
    for (const [n, phone] of phones.entries())
      await phone.send("ballot:cast", { round: "before", choice: n < 4 ? "for" : "against", seq: 1 });
    await moveTo(host, "after");
    for (const [n, phone] of phones.entries())
      await phone.send("ballot:cast", { round: "after", choice: n < 4 ? "for" : "undecided", seq: 1 });
    await moveTo(host, "results");
    const [ada, bob] = phones as [Client, Client];
    await showStep(host, "guess");
    await guess(ada, 10);
    await guess(bob, 30);
    await showStep(host, "verdict");
    const told = await ada.hearsResult(({ step }) => step === "verdict");
    expect(told.guess).toMatchObject({ n: 2, mean: 20, truth: 50 });
    expect(told.guess).not.toHaveProperty("byCamp");
    // Bob leaves: his guess is gone, and the true share stays as it was told.
    await server.asStranger("/mine?scope=seat", { method: "DELETE", headers: cookieOf(server, bob) });
    expect((await ada.hearsResult(({ guess: all }) => all?.n === 1)).guess).toMatchObject({ truth: 50 });
  });
});
