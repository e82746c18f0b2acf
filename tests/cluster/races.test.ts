import { beforeAll, expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { type OpenedSession, startServer, type TestServer } from "#tests/support/server.ts";

const SEATS = 24;
const ROUNDS = 6;
const TAPS = 4;

/** Two servers on one database, without Redis; each test has a session of its own. */
let server: TestServer;
let urls: [string, string];
beforeAll(async () => {
  server = await startServer({ shared: true, messagesPerSecond: 1_000 });
  const other = await server.another();
  urls = [server.url, other.url];
  return async () => {
    await other[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  };
});

/** A seat with a client on each server. */
async function seatOnBoth({ code }: OpenedSession): Promise<[Client, Client]> {
  const { ticket, participantId } = await server.join(undefined, code);
  const enter = (url: string) => connectClient(url, { auth: { code, ticket }, participantId });
  return Promise.all([enter(urls[0]), enter(urls[1])]);
}

test("[B1][B2] however ballots on two servers race with a move on one of them, exactly those acknowledged are stored", async () => {
  const session = await server.open();
  const host = await server.connect("host", { code: session.code });
  const seats = await Promise.all(Array.from({ length: SEATS }, () => seatOnBoth(session)));
  const where = { session: { code: session.code } };
  const codes = new Set<string>();
  // The move may come before the first ballot of some on the other server.
  const voters = new Set<string>();
  let seq = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await moveTo(host, "before");
    const { version } = (await host.sync()).session;
    let answered = 0;
    let move: Promise<unknown> | undefined;
    const standing = new Map<string, number>();
    const vote = async (student: Client) => {
      for (let tap = 0; tap < TAPS; tap += 1) {
        seq += 1;
        const sent = ballot(CHOICES[seq % 3] ?? "for", "before", seq);
        const answer = await student.send("ballot:cast", sent);
        codes.add(answer.ok ? "stored" : answer.code);
        if (answer.ok) standing.set(student.participantId, sent.seq);
        if (answer.ok) voters.add(student.participantId);
        answered += 1;
        if (answered === 10 + ((round * 10) % 60)) move = host.send("host:phase", { to: "reading", version });
      }
    };
    await Promise.all(seats.map(([near, far], index) => vote(index % 2 ? far : near)));
    expect(await move).toMatchObject(OK);
    const rows = await server.database.reader.ballot.findMany({ where });
    const stored = new Map(rows.map((row) => [row.participantId, Number(row.seq)]));
    for (const [participantId, counter] of standing) expect(stored.get(participantId)).toBe(counter);
    expect(new Set(stored.keys())).toEqual(voters);
  }
  expect(codes).toEqual(new Set(["stored", "wrong-phase"]));
  for (const client of seats.flat()) client.close();
});

test("[B3] 600 ballots of one seat at once through two servers leave one row: the one with the highest counter", async () => {
  const session = await server.open();
  await moveTo(await server.connect("host", { code: session.code }), "before");
  const devices = await seatOnBoth(session);
  const answers = Array.from({ length: 600 }, (_, index) => {
    const seq = (index * 241) % 600; // every counter once, in no order
    return devices[index % 2 ? 1 : 0].send("ballot:cast", ballot(CHOICES[seq % 3] ?? "for", "before", seq));
  });
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject(OK);
  const where = { session: { code: session.code } };
  const rows = await server.database.reader.ballot.findMany({ where });
  expect(rows.map(({ seq, choice }) => [Number(seq), choice])).toEqual([[599, CHOICES[599 % 3]]]);
  for (const device of devices) device.close();
});

test("[R4][R5] the same rebuttal and endorsements through two servers at once are stored once each", async () => {
  const session = await server.open();
  await moveTo(await server.connect("host", { code: session.code }), "rebuttal");
  const [adas, graces] = [await seatOnBoth(session), await seatOnBoth(session)];
  const posted = rebuttal();
  const posts = adas.flatMap((device) => [1, 2, 3].map(() => device.send("rebuttal:post", posted)));
  for (const answer of await Promise.all(posts)) expect(answer).toMatchObject({ ...OK, id: posted.id });
  const endorsing = { rebuttalId: posted.id, on: true };
  const endorsed = graces.flatMap((device) =>
    [1, 2, 3].map(() => device.send("rebuttal:endorse", endorsing)),
  );
  for (const answer of await Promise.all(endorsed)) expect(answer).toMatchObject(OK);
  expect(await server.database.reader.rebuttal.count()).toBe(1);
  expect(await server.database.reader.endorsement.count()).toBe(1);
  for (const device of [...adas, ...graces]) device.close();
});

/** The statuses of that many requests at once, by turns to both servers. */
const askBoth = async (count: number, ask: (url: string, n: number) => Promise<Response>) =>
  (
    await Promise.all(
      Array.from({ length: count }, async (_, n) => (await ask(urls[n % 2 ? 1 : 0], n)).status),
    )
  ).sort();

test("[D11] of saves at once on two servers from one version, one is stored", async () => {
  const { id: _, ...draft } = BUILT_IN_DEBATE;
  const headers = { cookie: server.cookie, "content-type": "application/json" };
  const created = await server.request("/api/debates", { json: { debate: draft }, headers });
  const { id } = (await created.json()).debate;
  for (let round = 0; round < 3; round += 1) {
    const read = await server.request(`/api/debates/${id}`, { headers });
    const base = read.headers.get("etag") ?? "";
    const statuses = await askBoth(10, (url, n) => {
      const body = JSON.stringify({ debate: { ...draft, resolution: `Round ${round}, save ${n}` } });
      return fetch(`${url}/api/debates/${id}`, {
        method: "PUT",
        headers: { ...headers, "if-match": base },
        body,
      });
    });
    expect(statuses).toEqual([200, ...Array(9).fill(412)]);
  }
});

test("[I9] a code made on one server works once on another, even if it is used on both at once", async () => {
  const headers = { cookie: server.cookie };
  const made = await server.request("/api/account/code", { json: {}, headers });
  const body = JSON.stringify({ code: (await made.json()).code });
  const asked = { method: "POST", headers: { "content-type": "application/json" }, body };
  const statuses = await askBoth(20, (url) => fetch(`${url}/api/auth/sign-in/code`, asked));
  expect(statuses).toEqual([200, ...Array(19).fill(403)]);
});
