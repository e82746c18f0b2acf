import { expect, test } from "vitest";
import { closedClass, DAY, NOW } from "#tests/support/later-vote.ts";
import { ballot, OK } from "#tests/support/lesson.ts";

test("[J2] a seat lasts 180 days, and 400 while a later vote is planned, also if that was planned after it was taken", async () => {
  const { server, host, seats, students, time, move } = await closedClass({ activities: {} });
  await using _ = server;
  const { code } = server.session;
  const ticket = seats[0]?.ticket ?? "";
  const held = { headers: { cookie: `seat-${code}=${ticket}` } };
  const again = await server.asStranger("/join", { json: {}, ...held });
  expect(again.headers.get("set-cookie")).toContain(`Max-Age=${400 * 24 * 60 * 60}`);
  for (const student of students) student.close();
  /** What a phone asks for with its seat, and how each is answered. */
  const asked = async () => {
    const [mine, phone, card, results] = await Promise.all(
      ["/mine", "/phone", "/card", "/results"].map((path) => server.asStranger(path, held)),
    );
    const told = (await phone?.json()) as { seat: unknown };
    const client = await server.connect("student", { ticket }).catch(({ code }) => code as string);
    if (typeof client !== "string") client.close();
    return {
      ...{ mine: mine?.status, card: card?.status, results: results?.status },
      ...{ isSeated: told.seat !== null, socket: typeof client === "string" ? client : "open" },
    };
  };
  const seated = { mine: 200, card: 200, results: 200, isSeated: true, socket: "open" };
  const stranger = { mine: 401, card: 401, results: 200, isSeated: false, socket: "unauthorized" };
  time.now = NOW + 180 * DAY - 1;
  expect(await asked()).toEqual(seated);
  time.now += 1;
  expect(await asked()).toEqual(stranger);
  expect(await host.send("host:later-vote", { planned: true })).toEqual(OK);
  expect(await asked()).toEqual(seated);
  expect(await host.send("host:later-vote", { planned: false })).toEqual(OK);
  expect(await asked()).toEqual(stranger);
  await host.send("host:later-vote", { planned: true });
  time.now = NOW + 364 * DAY;
  expect(await move("later")).toMatchObject(OK);
  expect((await server.asStranger("/ballot", { json: ballot("for", "later"), ...held })).status).toBe(200);
  const late = await server.connect("student", { ticket });
  expect(await late.send("ballot:cast", ballot("against", "later", 2))).toMatchObject(OK);
  late.close();
  await move("later-closed");
  time.now = NOW + 400 * DAY - 1;
  expect(await asked()).toEqual(seated);
  time.now += 1;
  expect(await asked()).toEqual(stranger);
});
