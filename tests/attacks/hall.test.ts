import { describe, expect, test } from "vitest";
import { asking, pipelined } from "#tests/attacks/pipelined.ts";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { IS_LONG } from "#tests/support/runs.ts";
import { startServer } from "#tests/support/server.ts";

/** By polling each takes twice the CPU, so fewer in the short form: the limits are those of WebSocket. */
const STUDENTS = { websocket: 500, polling: IS_LONG ? 500 : 150 };
/** The most that an address may seat, in `npm run test:long`; that it may seat them, `slow.test.ts` tests every time. */
const PHONES = Number(process.env.HALL_PHONES ?? 1_200);

describe.each(["websocket", "polling"] as const)(
  "a hall of students behind one school address, by %s",
  (transport) => {
    const count = STUDENTS[transport];

    test("[L3, L6, L7] join at once, some mistype first, and all votes are stored", async () => {
      await using server = await startServer({ trustProxy: true });
      const headers = { "x-forwarded-for": "192.0.2.7" };
      const host = await server.connect("host");
      const students = await Promise.all(
        Array.from({ length: count }, async (_, n) => {
          // Every fifth student mistypes the code once, far more than in a real class.
          if (n % 5 === 0)
            expect((await server.request("/api/sessions/ZZZZZZ", { headers })).status).toBe(404);
          const joined = await server.asStranger("/join", { json: {}, headers });
          expect(joined.status).toBe(201);
          const { ticket } = (await joined.json()) as { ticket: string };
          return server.connect("student", { ticket }, { headers, transports: [transport] });
        }),
      );
      await moveTo(host, "before");
      const answers = await Promise.all(
        students.map((student, n) => student.send("ballot:cast", ballot(n % 2 === 0 ? "for" : "against"))),
      );
      for (const answer of answers) expect(answer).toMatchObject(OK);
      await host.sees(({ joined, turnout }) => joined === count && turnout.voted === count);
    });
  },
);

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

test("[L2] a seat's twenty-first socket is refused for now, and another seat's is not", async () => {
  await using server = await startServer();
  const { ticket } = await server.join();
  const tabs = await Promise.all(Array.from({ length: 20 }, () => server.connect("student", { ticket })));
  await expect(server.connect("student", { ticket })).rejects.toMatchObject({ code: "too-many" });
  await server.connect("student");
  const host = await server.connect("host");
  const left = host.hearsRoster(({ connected }) => connected === 1);
  for (const tab of tabs) tab.close();
  await left;
  await server.connect("student", { ticket });
});

test(`[L7, L14] ${PHONES} phones of one address open the pages and take a seat each; a page is rendered once a second`, async () => {
  let made = 0;
  await using server = await startServer({
    pages: (_request, response) => {
      made += 1;
      response.end("a page");
    },
  });
  const { code } = server.session;
  const paths = ["/join", `/join?code=${code}`, `/s/${code}`];
  const phone = [...paths.map((path) => asking(path)), asking(`/api/sessions/${code}/join`, {}, {})];
  const started = performance.now();
  const statuses = await pipelined(server.url, Array(PHONES).fill(phone).flat());
  const seconds = Math.ceil((performance.now() - started) / 1_000);
  expect([200, 303, 201].map((status) => statuses.get(status))).toEqual([2 * PHONES, PHONES, PHONES]);
  expect(made).toBeLessThanOrEqual(2 * (seconds + 1));
});
