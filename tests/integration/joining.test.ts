import { describe, expect, test } from "vitest";
import { createStore } from "#server/store/store.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

function sit(server: TestServer, json: object = {}, headers: Record<string, string> = {}, code?: string) {
  return code === undefined
    ? server.asStranger("/join", { json, headers })
    : server.request(`/api/sessions/${code}/join`, { json, headers });
}

describe("a seat", () => {
  test("[J5] [J6] has a name that looks like no other, also when many join at once", async () => {
    await using server = await startServer({ settings: { identity: "named" } });
    const alike = [
      "Scope",
      "SCOPE",
      "\u0405\u0441\u043e\u0440\u0435",
      "S c o p e",
      "\uff33cope",
      "Sc\u200bope",
    ];
    const names = (await Promise.all(alike.map((name) => server.join(name)))).map(({ name }) => name);
    const numerals = names.map((name) => /\((\d)\)$/u.exec(name)?.[1] ?? "1");
    expect(numerals.sort()).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect((await server.join("you")).name).toBe("you (2)");
    expect((await server.join("Scop\u00e9")).name).toBe("Scop\u00e9");
  });
});

describe("[J2] joining again on the same phone", () => {
  test("is the same seat, answered 200, also after joining and the session were closed", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const response = await sit(server);
    const cookie = cookiesOf(response);
    const { ticket: _, ...seat } = await response.json();
    const again = async () => {
      const answer = await sit(server, { name: "Somebody else" }, { cookie });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject(seat);
    };
    await again();
    await host.send("host:lock", { locked: true });
    await again();
    await moveTo(host, "closed");
    await again();
    expect((await host.sync()).session.joined).toBe(1);
  });
});

describe("a join whose answer was lost", () => {
  const claim = "A".repeat(32);

  test.each(["named", "pseudonym", "anonymous"] as const)(
    "[J12] is sent again with its claim, and takes no second seat (%s)",
    async (identity) => {
      await using server = await startServer({ settings: { identity, activities: { reading: {} } } });
      const sent = () => server.asStranger("/join?with=phone", { json: { name: "Anna", claim } });
      const answers = await Promise.all(Array.from({ length: 10 }, sent));
      answers.push(await sent());
      const [first, ...others] = await Promise.all(answers.map(async (answer) => answer.json()));
      const { participantId, name } = first;
      for (const seat of others) expect(seat).toMatchObject({ participantId, name });
      expect(answers.at(-1)?.status).toBe(200);
      // What was drawn for the seat stays.
      expect(others.at(-1).phone.seat.you).toEqual(others.at(-2).phone.seat.you);
      expect(await server.database.reader.participant.count()).toBe(1);
      const other = await (await sit(server, { name: "Anna", claim: "B".repeat(32) })).json();
      expect(other.participantId).not.toBe(participantId);
    },
  );

  test("[J12] finds its seat also after joining was closed, and a removed one stays removed", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participantId } = await (await sit(server, { claim })).json();
    await host.send("host:lock", { locked: true });
    expect(await (await sit(server, { claim })).json()).toMatchObject({ participantId });
    expect((await sit(server, { claim: "B".repeat(32) })).status).toBe(409);
    await host.send("host:lock", { locked: false });
    await host.send("host:remove", { participantIds: [participantId] });
    expect(await (await sit(server, { claim })).json()).toMatchObject({ error: { code: "removed" } });
    const elsewhere = await server.open();
    expect((await sit(server, { claim }, {}, elsewhere.code)).status).toBe(201);
  });
});

describe("joining", () => {
  test("[P6] is checked again in the transaction that stores the seat, for students who are joining when it closes", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const { participants, sessions } = createStore(server.database);
    const { id: sessionId } = (await sessions.byCode(server.session.code)) ?? { id: "" };
    const seat = (id: string) =>
      participants.seat({ id, sessionId, name: "Calm Otter", realName: null, claimHash: null, at: 0 });
    expect([await seat("first"), await seat("second")]).toEqual(["seated", "taken"]);
    await host.send("host:lock", { locked: true });
    expect(await seat("third")).toBe("shut");
    await host.send("host:lock", { locked: false });
    await moveTo(host, "closed");
    expect(await seat("fourth")).toBe("shut");
    await server.asHost("", { method: "DELETE" });
    expect(await seat("fifth")).toBe("shut");
  });
});

const seats = async ({ database }: TestServer) => (await database.reader.participant.findMany()).length;
const form = { method: "POST", body: new URLSearchParams() };

test("[J14] a browser without scripts that blocks cookies takes no seat, however often it tries, and is told why", async () => {
  await using server = await startServer();
  const { code } = server.session;
  for (let time = 0; time < 3; time += 1) {
    const first = await server.asStranger("/join", form);
    expect(first.status).toBe(307);
    expect(first.headers.get("location")).toBe(`/api/sessions/${code}/join?again=`);
    const second = await server.asStranger("/join?again=", form);
    expect([second.status, second.headers.get("location")]).toEqual([303, `/s/${code}?refused=no-cookie`]);
  }
  expect(await seats(server)).toBe(0);
});

test("[J14] a browser without scripts that sends the cookie back has its seat after one form", async () => {
  await using server = await startServer();
  const first = await server.asStranger("/join", form);
  const cookie = cookiesOf(first);
  const second = await server.asStranger("/join?again=", { ...form, headers: { cookie } });
  expect(second.headers.get("location")).toBe(`/s/${server.session.code}?seated=1`);
  expect(cookiesOf(second)).toMatch(/^seat-/u);
  expect(await seats(server)).toBe(1);
});

test("[J14] the page's script takes no seat in a browser that sends no cookie back", async () => {
  await using server = await startServer();
  const join = "/join?with=phone&cookie=needed";
  const first = await server.asStranger(join, { json: {} });
  expect([first.status, first.headers.get("location")]).toEqual([
    307,
    `/api/sessions/${server.session.code}${join}&again=`,
  ]);
  const second = await server.asStranger(`${join}&again=`, { json: {} });
  expect(second.status).toBe(403);
  expect(await second.json()).toMatchObject({ error: { code: "no-cookie" } });
  expect(await seats(server)).toBe(0);
  const kept = await server.asStranger(join, { json: {}, headers: { cookie: "cookies=work" } });
  expect(kept.status).toBe(201);
});

test("[J14] a program joins without a cookie, by its ticket", async () => {
  await using server = await startServer();
  const joined = await server.asStranger("/join?with=phone", { json: {} });
  expect(joined.status).toBe(201);
  const { ticket } = (await joined.json()) as Seat;
  await server.connect("student", { ticket });
});
