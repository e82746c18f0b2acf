import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { PassRow } from "#debate/protocol/pages.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { cookiesOf, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const newClaim = () => randomBytes(24).toString("base64url");
const WORD = "marmalade sky";

/** An anonymous session with personal codes. */
async function anonymous(count: number, settings: GivenSettings = {}, options = {}) {
  const server = await startServer({
    settings: { entry: "personal", identity: "anonymous", ...settings },
    ...options,
  });
  const made = await server.asHost("/passes", { json: { count } });
  const { passes } = (await made.json()) as { passes: PassRow[] };
  return {
    server,
    passes: passes.map(({ code }) => code),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Brought = { pass?: string | undefined; claim?: unknown; word?: unknown };

/** Joins with only these fields. */
async function joins(server: TestServer, json: Brought, headers: Record<string, string> = {}) {
  const response = await server.asStranger("/join", { json, headers });
  const answer = (await response.json()) as Seat & { error?: { code: string; message: string } };
  return {
    status: response.status,
    error: answer.error?.code,
    message: answer.error?.message,
    retryAfter: response.headers.get("retry-after"),
    seat: answer,
    cookie: cookiesOf(response),
  };
}

/** The same by a plain form, which is sent back to its page. */
async function posts(server: TestServer, fields: Record<string, string>) {
  const response = await server.asStranger("/join", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { cookie: "cookies=work" },
  });
  return { location: response.headers.get("location"), cookie: cookiesOf(response) };
}

const USED = { status: 409, error: "duplicate", cookie: "" };
const seats = ({ database }: TestServer) => database.reader.participant.findMany();

describe("a used code of an anonymous session", () => {
  test("[J10] opens its seat only with the claim that was first sent with it", async () => {
    await using its = await anonymous(2);
    const { server, passes } = its;
    const [pass, other] = passes;
    const claim = newClaim();
    const first = await joins(server, { pass, claim });
    expect(first.status).toBe(201);
    for (const brought of [{}, { claim: newClaim() }, { word: WORD }, { word: claim }])
      expect(await joins(server, { pass, ...brought })).toMatchObject(USED);
    const again = await joins(server, { pass, claim });
    expect(again).toMatchObject({ status: 200, seat: { participantId: first.seat.participantId } });
    // One phone on which two people join, one after the other: its claim is good for both codes.
    expect((await joins(server, { pass: other, claim })).status).toBe(201);
    expect(await seats(server)).toHaveLength(2);
  });

  test("[J10] gives its seat to the phone that is stored first, when several race for it", async () => {
    await using its = await anonymous(1);
    const { server, passes } = its;
    const claims = Array.from({ length: 20 }, newClaim);
    const answers = await Promise.all(claims.map((claim) => joins(server, { pass: passes[0], claim })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) expect(answer).toMatchObject(USED);
    const winner = claims[answers.findIndex(({ status }) => status === 201)];
    expect((await joins(server, { pass: passes[0], claim: winner })).status).toBe(200);
    expect(await seats(server)).toHaveLength(1);
  });

  test("[J9][J10] opens with its claim while joining is closed; without it, the answer is that for an unused code", async () => {
    await using its = await anonymous(2);
    const { server, passes } = its;
    const [pass, fresh] = passes;
    const claim = newClaim();
    await joins(server, { pass, claim });
    const host = await server.connect("host");
    const answersOf = async (code: string | undefined) => {
      const answers: unknown[] = [];
      // One more than the tries of a word.
      for (const brought of [{}, { claim: newClaim() }, ...Array(11).fill({ word: "a wrong word" })]) {
        const { status, error, message, cookie } = await joins(server, { pass: code, ...brought });
        answers.push({ status, error, message, cookie });
      }
      return answers;
    };
    await host.send("host:lock", { locked: true });
    const used = await answersOf(pass);
    expect(used[0]).toMatchObject({ status: 409, error: "closed" });
    expect(used).toEqual(await answersOf(fresh));
    expect((await joins(server, { pass, claim })).status).toBe(200);
    expect(await seats(server)).toHaveLength(1);
  });

  test("[J10] keeps its seat's number when the seat is deleted, so that no old ticket works", async () => {
    await using its = await anonymous(1);
    const { server, passes } = its;
    const [pass] = passes;
    // A person with the list uses the code, keeps the ticket, and deletes the seat again.
    const taken = await joins(server, { pass, claim: newClaim() });
    const headers = { cookie: taken.cookie };
    const leave = () => server.asStranger("/mine?scope=seat", { method: "DELETE", headers });
    const left = await leave();
    expect([left.status, cookiesOf(left)]).toEqual([204, `seat-${server.session.code}=`]);
    // The answer was lost: the same again.
    expect((await leave()).status).toBe(204);

    expect(await joins(server, { pass, claim: newClaim() })).toMatchObject(USED);
    const host = await server.connect("host");
    await moveTo(host, "before");
    const vote = await server.asStranger("/ballot", { json: ballot("for"), headers });
    expect(vote.status).toBe(403);
    await expect(server.connect("student", { ticket: taken.seat.ticket })).rejects.toMatchObject({
      code: "removed",
    });
    expect((await host.sync()).session.joined).toBe(0);
    for (const format of ["json", "csv"])
      expect(await (await server.asHost(`/export?table=participants&format=${format}`)).text()).not.toContain(
        "true",
      );
  });

  test("[J10] opens a seat from before there were claims with its ticket only", async () => {
    await using its = await anonymous(1);
    const { server, passes } = its;
    const [pass] = passes;
    const { seat, cookie } = await joins(server, { pass });
    for (const brought of [{}, { claim: newClaim() }, { word: WORD }])
      expect(await joins(server, { pass, ...brought })).toMatchObject(USED);
    const { participantId } = seat;
    expect(await joins(server, { pass, claim: newClaim() }, { cookie })).toMatchObject({
      status: 200,
      seat: { participantId },
    });
  });

  test("[J10] is tied to its claim by a keyed hash, which no one is shown", async () => {
    await using its = await anonymous(2);
    const { server, passes } = its;
    const claim = newClaim();
    const { cookie } = await joins(server, { pass: passes[0], claim });
    await joins(server, { pass: passes[1], claim });
    const hashes = (await seats(server)).map(({ claimHash }) => claimHash);
    // The same claim in two rows does not look the same.
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) expect(hash).toMatch(/^[\w-]{43}$/u);
    const own = await (await server.asStranger("/mine", { headers: { cookie } })).text();
    for (const secret of [claim, ...hashes]) expect(own).not.toContain(secret);
  });
});

describe("a word in place of a claim", () => {
  test("[J10] is asked for by a plain form, and opens the seat again, typed in any case", async () => {
    await using its = await anonymous(1);
    const { server, passes } = its;
    const pass = passes[0] ?? "";
    const page = `/s/${server.session.code}`;
    const seated = `${page}?seated=1`;
    for (const fields of [{ pass }, { pass, word: "short" }, { pass, word: "      " }])
      expect(await posts(server, fields)).toEqual({ location: `${page}?refused=malformed`, cookie: "" });
    expect(await seats(server)).toHaveLength(0);
    const joined = await posts(server, { pass, word: WORD });
    expect(joined.location).toBe(seated);
    expect(joined.cookie).toContain(`seat-${server.session.code}=`);
    expect(await posts(server, { pass, word: "another word" })).toEqual({
      location: `${page}?refused=duplicate`,
      cookie: "",
    });
    expect(await posts(server, { pass, word: ` ${WORD.toUpperCase()} ` })).toMatchObject({
      location: seated,
    });
    // With the cookie, neither code nor word is asked for.
    const headers = { cookie: joined.cookie };
    const held = await server.asStranger("/join", { method: "POST", body: new URLSearchParams({}), headers });
    expect(held.headers.get("location")).toBe(seated);
    expect(await seats(server)).toHaveLength(1);
  });

  test("[J11] can be tried ten times a day for a code, right or wrong; claims are not affected", async () => {
    await using its = await anonymous(2, {}, { trustProxy: true });
    const { server, passes } = its;
    const [pass, other] = passes;
    await joins(server, { pass, word: WORD });
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        joins(server, { pass, word: `a wrong word ${n}` }, { "x-forwarded-for": `203.0.113.${n}` }),
      ),
    );
    expect(guesses.filter(({ error }) => error === "duplicate")).toHaveLength(9);
    const held = [
      ...guesses.filter(({ status }) => status === 429),
      await joins(server, { pass, word: WORD }),
    ];
    expect(held).toHaveLength(22);
    for (const { status, retryAfter } of held) expect([status, Number(retryAfter) > 0]).toEqual([429, true]);

    const claim = newClaim();
    await joins(server, { pass: other, claim });
    for (let n = 0; n < 12; n += 1) await joins(server, { pass: other, word: `a wrong word ${n}` });
    expect((await joins(server, { pass: other, claim })).status).toBe(200);
  });

  test("[J11] can be tried 200 times an hour from one address over all codes; new students can still join", async () => {
    await using its = await anonymous(27, {}, { trustProxy: true });
    const { server, passes } = its;
    const fresh = passes.pop();
    const from = (json: Brought, address = "203.0.113.7") =>
      joins(server, json, { "x-forwarded-for": address });
    for (const pass of passes) await from({ pass, word: WORD }, "203.0.113.8");
    const guesses = await Promise.all(
      passes.flatMap((pass) =>
        Array.from({ length: 8 }, (_, n) => from({ pass, word: `a wrong word ${n}` })),
      ),
    );
    expect(guesses.filter(({ error }) => error === "duplicate")).toHaveLength(200);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(8);
    expect(await from({ pass: passes[0], word: WORD })).toMatchObject({ status: 429 });
    expect((await from({ pass: passes[1], word: WORD }, "203.0.113.8")).status).toBe(200);
    expect((await from({ pass: fresh, word: WORD })).status).toBe(201);
  });
});
