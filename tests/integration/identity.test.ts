import { expect, test } from "vitest";
import type { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { type Seat, startServer } from "#tests/support/server.ts";

const REAL_NAME = "Ada Lovelace";

/** A lesson in which one student who gave a name does everything that can be done, and everybody who hears of it. */
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
    ["ballots", "rebuttals", "participants", "events"].flatMap((table) =>
      ["csv", "json"].map(async (format) =>
        (await server.asHost(`/export?table=${table}&format=${format}`)).text(),
      ),
    ),
  );
  const results = await (await server.asHost("/results")).text();
  const hostsPages = await pagesOfHost(server);
  const { code } = server.session;
  const key = new URL(server.session.urls.screen).searchParams.get("key") ?? "";
  const screenPage = await server.app.door.screen(new Headers(), code, key);
  const bobsPages = await Promise.all([
    server.app.door.phone(new Headers({ cookie: `seat-${code}=${ticketOf(bob)}` }), code),
    server.app.door.results(new Headers(), code),
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
    await app.door.host(headers, session.code),
    await app.door.results(headers, session.code),
    await app.door.dashboard(headers, 5),
  ];
}

function ticketOf(client: Client): string {
  return (client.socket.auth as { ticket: string }).ticket;
}

test("[V6][V7][V8] anonymous: nobody learns a name, nor who has voted, written or endorsed, the host included", async () => {
  await using told = await lesson("anonymous");
  for (const payload of [told.host, told.exports, told.others])
    expect(payload).not.toMatch(/Ada|Lovelace|Bob/u);
  // The host may remove a seat, and hears its id for that, but never beside anything that it did.
  for (const payload of [told.exports, told.others]) expect(payload).not.toContain(told.seat.participantId);
  expect(told.host).not.toContain('"voted":[');
  expect(told.host).not.toContain('"connected":true');
  expect(told.host).not.toContain('"by":');
  expect(told.others).not.toMatch(/"by":(?!"you")/u);
  expect(told.exports).not.toContain("castAt");
  expect(told.ada).toContain('"by":"you"');
});

test("[V6][V8] pseudonym: the class knows the pseudonym, the host also the real name, and nobody else that", async () => {
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

test("[V6][V8] named: everybody reads who wrote what, and only the host who voted what", async () => {
  await using told = await lesson("named");
  expect(told.seat.name).toBe(REAL_NAME);
  expect(told.others).toContain(`"by":"${REAL_NAME}"`);
  expect(told.others).not.toContain(told.seat.participantId);
  expect(told.exports).toContain(`${REAL_NAME},before,for,5,Geography.`);
  expect(told.others).not.toContain('Geography."');
});

test("[V7] the promise is told before joining, and no message changes it", async () => {
  await using server = await startServer({ settings: { identity: "anonymous" } });
  expect(await (await server.asStranger("")).json()).toMatchObject({ identity: "anonymous" });
  const host = await server.connect("host");
  for (const name of ["host:identity", "host:settings"])
    expect(await host.raw(name, { identity: "named" })).toMatchObject({ ok: false });
  for (const method of ["PUT", "PATCH", "POST"])
    expect((await server.asHost("", { method, json: { settings: { identity: "named" } } })).status).toBe(404);
  expect(await (await server.asStranger("")).json()).toMatchObject({ identity: "anonymous" });
});
