import { expect, test } from "vitest";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const REAL_NAME = "Ada Lovelace";

/** A lesson in which one student, who gave a name, does everything possible, and all its listeners. */
async function lesson(identity: Settings["identity"]) {
  const server = await startServer({ settings: { identity } });
  const seat: Seat = await server.join(REAL_NAME);
  const [host, screen] = await server.seats("host", "screen");
  const [ada, bob] = [
    await server.connect("student", { ticket: seat.ticket }),
    await server.connect("student", { ticket: (await server.join("Bob")).ticket }),
  ];
  const [posted, hers] = [rebuttal(), rebuttal({ side: "against" })];
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), confidence: 5, reason: "Geography." });
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:post", hers);
  await ada.send("rebuttal:endorse", { rebuttalId: hers.id, on: true });
  await ada.send("rebuttal:report", { rebuttalId: hers.id, reason: "Rude." });
  await moveTo(host, "after");
  await ada.send("ballot:cast", {
    ...ballot("against", "after"),
    credit: { rebuttalId: hers.id, without: "for" },
  });
  await moveTo(host, "results");
  await host.hears("roster");
  await Promise.all([host, screen, ada, bob].map((client) => client.sync()));

  const exports = await Promise.all(
    TABLES.flatMap((table) =>
      ["csv", "json"].map(async (format) =>
        (await server.asHost(`/export?table=${table}&format=${format}`)).text(),
      ),
    ),
  );
  const results = await (await server.asHost("/results")).text();
  const hostsPages = await pagesOfHost(server);
  const { code } = server.session;
  const key = keyIn(server.session.urls.screen);
  const screenPage = await server.app.pageApi.screen(new Headers(), code, key);
  const bobsPages = await Promise.all([
    server.app.pageApi.phone(new Headers({ cookie: `seat-${code}=${ticketOf(bob)}` }), code),
    server.app.pageApi.results(new Headers(), code),
  ]);
  const told = (client: Client) => JSON.stringify([client.heard, client.answers]);
  return {
    server,
    seat,
    posted,
    exports: exports.join("\n"),
    host: told(host) + results + JSON.stringify(hostsPages),
    others: told(screen) + told(bob) + JSON.stringify([screenPage, bobsPages]),
    ada: told(ada),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function pagesOfHost({ app, cookie, session }: Awaited<ReturnType<typeof startServer>>) {
  const headers = new Headers({ cookie });
  return [
    await app.pageApi.host(headers, session.code),
    await app.pageApi.results(headers, session.code),
    await app.pageApi.dashboard(headers, 5),
  ];
}

function ticketOf(client: Client): string {
  return (client.socket.auth as { ticket: string }).ticket;
}

test("[V6][V7][V8] anonymous: no one learns a name, or who has voted, written or endorsed, including the host", async () => {
  await using told = await lesson("anonymous");
  for (const payload of [told.host, told.exports, told.others])
    expect(payload).not.toMatch(/Ada|Lovelace|Bob/u);
  // A list that grows by one id with each arrival would tell the host whose id it is.
  for (const payload of [told.host, told.exports, told.others])
    expect(payload).not.toContain(told.seat.participantId);
  expect(told.host).toContain('"seats":[]');
  expect(told.host).not.toContain('"by":');
  expect(told.others).not.toMatch(/"by":(?!"you")/u);
  expect(told.exports).not.toContain("castAt");
  expect(told.ada).toContain('"by":"you"');
});

test("[V6][V8] pseudonym: the class sees the pseudonym, and only the host also the real name", async () => {
  await using told = await lesson("pseudonym");
  expect(told.seat.name).not.toContain("Ada");
  for (const payload of [told.host, told.exports]) {
    expect(payload).toContain(REAL_NAME);
    expect(payload).toContain(told.seat.name);
  }
  expect(told.others).toContain(`"by":"${told.seat.name}"`);
  for (const payload of [told.others, told.ada]) expect(payload).not.toMatch(/Lovelace|realName/u);
  expect(told.others).not.toContain(told.seat.participantId);
});

test("[V6][V8] named: everyone sees who wrote what, and only the host who voted what", async () => {
  await using told = await lesson("named");
  expect(told.seat.name).toBe(REAL_NAME);
  expect(told.others).toContain(`"by":"${REAL_NAME}"`);
  expect(told.others).not.toContain(told.seat.participantId);
  expect(told.exports).toContain(`${REAL_NAME},before,for,5,Geography.`);
  expect(told.others).not.toContain('Geography."');
});

test("[V7] [V11] the promise is shown before joining, and no message changes it", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const promise = { identity: "anonymous" };
  expect(await (await server.asStranger("")).json()).toMatchObject(promise);
  const host = await server.connect("host");
  for (const name of ["host:identity", "host:settings"])
    expect(await host.raw(name, { identity: "named" })).toMatchObject({ ok: false });
  for (const method of ["PUT", "PATCH", "POST"])
    expect((await server.asHost("", { method, json: { settings: { identity: "named" } } })).status).toBe(404);
  expect(await (await server.asStranger("")).json()).toMatchObject(promise);
});

test("[V9] in an anonymous session no one, including the host, sees counts or ballots before results", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const [host, screen, ada] = await server.seats("host", "screen", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await screen.sees(({ turnout }) => turnout.voted === 1);
  // [V4] Elsewhere a host is told the tally once the round is over.
  for (const phase of ["before", "reading", "before", "rebuttal", "after"] as const) {
    await moveTo(host, phase);
    await screen.sees((snapshot) => snapshot.phase === phase);
    for (const suffix of ["/results", "/export?table=ballots", "/export?table=ballots&format=csv"])
      expect([suffix, await (await server.asHost(suffix)).text()]).toEqual([
        suffix,
        expect.stringContaining('"wrong-phase"'),
      ]);
    expect(
      await server.app.pageApi.results(new Headers({ cookie: server.cookie }), server.session.code),
    ).toMatchObject({ ok: false, code: "wrong-phase" });
  }
  for (const client of [host, screen]) {
    await client.sync();
    expect(JSON.stringify([client.heard, client.answers])).not.toContain('"tally"');
  }
  await moveTo(host, "results");
  expect((await host.sync()).session).not.toHaveProperty("tally");
  expect((await server.asHost("/results")).status).toBe(200);
});

test("[Z7] a session with pseudonyms shows small groups, also one whose stored settings hold the former choice to hide them", async () => {
  await using server = await startServer();
  const { code } = server.session;
  const before = JSON.stringify({
    identity: "pseudonym",
    questions: { readingVote: false },
    smallGroups: "hide",
  });
  await server.database.write((transaction) =>
    transaction.session.update({ where: { code }, data: { settings: before } }),
  );
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "before");
  await ada.send("ballot:cast", ballot("for"));
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("against", "after"));
  await moveTo(host, "results");
  expect(await (await server.asStranger("/results")).json()).toMatchObject({
    withheld: [],
    paired: {
      matrix: [
        [0, 1, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
    },
  });
});

test("[Z2] [Z18] an anonymous class of three and its host see on no route who moved, and are told what is hidden", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  const { code } = server.session;
  const [host, screen, ada, bob, cyd] = await server.seats("host", "screen", "student", "student", "student");
  await moveTo(host, "before");
  for (const student of [ada, bob, cyd]) await student.send("ballot:cast", ballot("for"));
  await moveTo(host, "after");
  await ada.send("ballot:cast", ballot("against", "after"));
  for (const student of [bob, cyd]) await student.send("ballot:cast", ballot("for", "after"));
  await moveTo(host, "results");
  const withheld = ["flow", "shares"];
  const { phone, results } = server.app.pageApi;
  const cookie = `seat-${code}=${(ada.socket.auth as { ticket: string }).ticket}`;
  const told = [
    await (await server.asHost("/results")).json(),
    (await results(new Headers({ cookie: server.cookie }), code)) as { value: { results: object } },
    await (await server.asStranger("/results")).json(),
    await (await server.asStranger("/results", { headers: { cookie } })).json(),
    (await results(new Headers({ cookie }), code)) as { value: { results: object } },
  ].map((each) => ("value" in each ? each.value.results : each));
  for (const each of told)
    expect(each).toMatchObject({ withheld, swing: null, paired: { n: 3, matrix: null } });
  for (const client of [host, screen, ada]) {
    await client.sync();
    expect(JSON.stringify([client.heard, client.answers])).not.toContain('"tally"');
  }
  expect(JSON.stringify(await phone(new Headers({ cookie }), code))).not.toContain('"tally"');
  // [Z5] Students see how they moved themselves.
  expect((await ada.sync()).you?.ballots).toMatchObject({
    before: { choice: "for" },
    after: { choice: "against" },
  });
});
