import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { CLAIM, join, makePasses, REAL_NAME, REASON, ROUTES, TIMEOUT, WHY } from "./promise-tables.ts";

test(
  "[J10] [V7] a host who holds every code reads no vote, casts none and deletes no seat, by any route",
  async () => {
    await using server = await startServer({ settings: { identity: "anonymous", entry: "personal" } });
    const { reader } = server.database;
    const [pass = "", wordPass = "", spare = ""] = await makePasses(server);
    const ada = await server.connect("student", { ticket: (await join(server, REAL_NAME, pass)).ticket });
    const word = "a word of his own";
    const his: Seat = await (await server.asStranger("/join", { json: { pass: wordPass, word } })).json();
    const bob = await server.connect("student", { ticket: his.ticket });
    const host = await server.connect("host");
    const theirs = { participantId: { in: [`${ada.participantId}`, his.participantId] } };
    const rows = async () => ({
      seats: await reader.participant.findMany({
        where: { id: theirs.participantId },
        orderBy: { id: "asc" },
      }),
      ballots: await reader.ballot.findMany({ where: theirs, orderBy: { participantId: "asc" } }),
      rebuttals: await reader.rebuttal.findMany({ where: theirs, orderBy: { id: "asc" } }),
    });
    let received = "";
    /** The codes are tried in turns. */
    let next = [pass, wordPass] as const;
    const walk = async () => {
      const before = await rows();
      received += await tryCode(server, next[0]);
      next = [next[1], next[0]];
      expect(await rows()).toEqual(before);
    };

    await moveTo(host, "before");
    await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
    await bob.send("ballot:cast", { ...ballot("against"), reason: REASON });
    await walk();
    await host.send("host:lock", { locked: true });
    await walk();
    await moveTo(host, "rebuttal");
    await ada.send("rebuttal:post", rebuttal());
    await walk();
    await moveTo(host, "after");
    await ada.send("ballot:cast", { ...ballot("against", "after"), reason: WHY });
    await walk();
    await host.send("host:lock", { locked: false });
    await walk();
    for (const secret of [REASON, WHY, "castAt", ada.participantId, his.participantId])
      expect(received).not.toContain(secret);

    // [J10] A host can still use up an unused code. Its student is then refused, and asks for another.
    const taken = await join(server, "The host", spare);
    const leave = { method: "DELETE", headers: { cookie: `seat-${server.session.code}=${taken.ticket}` } };
    expect((await server.asStranger("/mine?scope=seat", leave)).status).toBe(204);
    const late = await server.asStranger("/join", { json: { pass: spare, claim: `${CLAIM}-of-Carol` } });
    expect([late.status, await late.json()]).toMatchObject([409, { error: { code: "duplicate" } }]);
    for (const phase of ["results", "closed"] as const) {
      await moveTo(host, phase);
      await walk();
    }
  },
  TIMEOUT,
);

/** Tries to get in with a used personal code: every way to join, then every route with the cookies from that. */
async function tryCode(server: TestServer, pass: string): Promise<string> {
  const { code } = server.session;
  const bodies = [
    {},
    { claim: randomUUID() },
    { word: "a wrong word" },
    { claim: randomUUID(), word: "a wrong word" },
    { name: REAL_NAME, claim: "A".repeat(22) },
  ].map((brought) => ({ pass, ...brought }));
  let received = "";
  const cookies = [server.cookie];
  for (const json of bodies)
    for (const cookie of ["", server.cookie])
      for (const init of [{ json }, { method: "POST", body: new URLSearchParams(json) }]) {
        const answer = await server.request(`/api/sessions/${code}/join`, { ...init, headers: { cookie } });
        // [J14] A form is asked once whether its browser takes cookies.
        expect(answer.headers.getSetCookie().filter((each) => !each.startsWith("cookies=work;"))).toEqual([]);
        if (answer.status === 303) expect(answer.headers.get("location")).toContain("?refused=");
        cookies.push(cookiesOf(answer));
        received += await answer.text();
      }
  const held = { cookie: cookies.filter(Boolean).join("; ") };
  const paths = ROUTES.flatMap((route) =>
    route.startsWith("GET /api/sessions/:code") ? [route.replace("GET ", "").replace(":code", code)] : [],
  );
  for (const path of paths)
    for (const asked of [path, `${path}?pass=${pass}`])
      received += await (await server.request(asked, { headers: held })).text();
  for (const scope of ["words", "seat"]) {
    const path = `/mine?scope=${scope}&pass=${pass}`;
    expect((await server.asStranger(path, { method: "DELETE", headers: held })).status).toBe(401);
  }
  for (const round of ["before", "after"] as const) {
    const vote = await server.asHost("/ballot", { json: ballot("undecided", round, 99) });
    expect(vote.status).toBe(401);
  }
  await expect(server.connect("student", { ticket: pass })).rejects.toThrow();
  return received;
}
