import { expect, test } from "vitest";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const STUDENTS = 500;

test("[L3, L6, L7] a hall of students behind one school address joins at once, some mistype first, and all votes are stored", async () => {
  await using server = await startServer({ trustProxy: true });
  const headers = { "x-forwarded-for": "192.0.2.7" };
  const host = await server.connect("host");
  const students = await Promise.all(
    Array.from({ length: STUDENTS }, async (_, n) => {
      // Every fifth student mistypes the code once, far more than in a real class.
      if (n % 5 === 0) expect((await server.request("/api/sessions/ZZZZZZ", { headers })).status).toBe(404);
      const joined = await server.asStranger("/join", { json: {}, headers });
      expect(joined.status).toBe(201);
      const { ticket } = (await joined.json()) as { ticket: string };
      return server.connect("student", { ticket }, { headers });
    }),
  );
  await moveTo(host, "before");
  const answers = await Promise.all(
    students.map((student, n) => student.send("ballot:cast", ballot(n % 2 === 0 ? "for" : "against"))),
  );
  for (const answer of answers) expect(answer).toMatchObject(OK);
  await host.sees(({ joined, turnout }) => joined === STUDENTS && turnout.voted === STUDENTS);
});

test("[L1] a phone that was offline for long sends everything it kept at once, and nothing is refused", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const ids = Array.from({ length: 40 }, () => crypto.randomUUID());
  const posted = ids.map((id) =>
    bob.send("rebuttal:post", { id, side: "for", body: "Geography does not bargain." }),
  );
  for (const answer of await Promise.all(posted)) expect(answer).toMatchObject(OK);
  const kept = ids.map((rebuttalId) => ada.send("rebuttal:endorse", { rebuttalId, on: true }));
  for (const answer of await Promise.all(kept)) expect(answer).toMatchObject(OK);
});

test("[L5] endorsing on and off and reporting without end hit the rate limit", async () => {
  await using server = await startServer();
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "rebuttal");
  const id = crypto.randomUUID();
  await bob.send("rebuttal:post", { id, side: "for", body: "Geography does not bargain." });
  const refused = { ok: false, code: "too-many", retryAfter: expect.any(Number) };
  const endorse = (on: boolean) => ada.send("rebuttal:endorse", { rebuttalId: id, on });
  const taps = Array.from({ length: 600 }, (_, n) => endorse(n % 2 === 0));
  for (const answer of await Promise.all(taps)) expect(answer).toMatchObject(OK);
  expect(await endorse(true)).toEqual(refused);
  const report = () => ada.send("rebuttal:report", { rebuttalId: id, reason: "Rude." });
  for (let n = 0; n < 10; n += 1) expect(await report()).not.toEqual(refused);
  expect(await report()).toEqual(refused);
});
