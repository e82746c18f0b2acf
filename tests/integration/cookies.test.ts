import { expect, test } from "vitest";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

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
