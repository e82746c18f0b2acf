import { describe, expect, test } from "vitest";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const voteOf = { round: "before", choice: "for", seq: "1" };

/** A phone without scripts: it posts a form and follows where it is sent. */
async function phone(server: TestServer) {
  const { ticket } = await server.join();
  return posting(server, ticket);
}

function posting(server: TestServer, ticket: string) {
  const cookie = `seat-${server.session.code}=${ticket}`;
  return (fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
    server.asStranger("/ballot", { method: "POST", body: new URLSearchParams(fields), headers });
}

/** A seat that votes with scripts and without. */
async function seated(server: TestServer) {
  const [host, ada, bob] = await server.seats("host", "student", "student");
  const { ticket } = ada.socket.auth as { ticket: string };
  return { host, ada, bob, vote: posting(server, ticket) };
}

const REFUSED: [string, Record<string, string>][] = [
  ["wrong-phase", { ...voteOf, round: "after" }],
  ["malformed", { ...voteOf, choice: "perhaps" }],
  ["malformed", { round: "before", choice: "for" }],
  ["malformed", { ...voteOf, seq: "one" }],
  ["malformed", { ...voteOf, seq: "-1" }],
  ["malformed", { ...voteOf, confidence: "6" }],
  ["malformed", { ...voteOf, participantId: "somebody" }],
  ["malformed", { ...voteOf, ["__proto__"]: "x" }],
  ["too-long", { ...voteOf, reason: "x".repeat(281) }],
];

describe("voting by a plain form", () => {
  test("[B1] redirects to the phone's page, and the vote is stored", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const vote = await phone(server);
    await moveTo(host, "before");
    const response = await vote({ ...voteOf, confidence: "4", reason: "" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`/s/${server.session.code}`);
    const [stored] = await server.database.reader.ballot.findMany();
    expect(stored).toMatchObject({ choice: "for", seq: 1n, confidence: 4, reason: null });
  });

  test("[B1][W1] redirects to the page with the refusal in its address, and nothing is stored", async () => {
    await using server = await startServer();
    const host = await server.connect("host");
    const vote = await phone(server);
    await moveTo(host, "before");
    for (const [code, fields] of REFUSED) {
      const response = await vote(fields);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe(`/s/${server.session.code}?refused=${code}`);
    }
    expect(await server.database.reader.ballot.count()).toBe(0);
  });
});

describe("a plain form, whose page has an old counter", () => {
  test("[B8] changes the vote before the page has answered the first tap", async () => {
    await using server = await startServer();
    const { host, vote } = await seated(server);
    await moveTo(host, "before");
    await vote(voteOf);
    await vote({ ...voteOf, choice: "against" });
    const [stored] = await server.database.reader.ballot.findMany();
    expect(stored).toMatchObject({ choice: "against", seq: 2n });
  });

  test("[B8] loses neither of two taps that arrive in the same moment", async () => {
    await using server = await startServer();
    const { host, vote } = await seated(server);
    await moveTo(host, "before");
    await Promise.all([vote(voteOf), vote({ ...voteOf, choice: "against" })]);
    const [stored] = await server.database.reader.ballot.findMany();
    expect(stored).toMatchObject({ seq: 2n });
  });

  test("[B8] changes nothing when a browser sends the same form again, also after the vote closed", async () => {
    await using server = await startServer();
    const { host, vote } = await seated(server);
    await moveTo(host, "before");
    await vote(voteOf);
    await vote({ ...voteOf, choice: "against" });
    const before = await server.database.reader.ballot.findMany();
    const again = { ...voteOf, choice: "against" };
    await vote(again);
    await moveTo(host, "reading");
    const page = `/s/${server.session.code}`;
    expect((await vote(again)).headers.get("location")).toBe(page);
    expect((await vote(voteOf)).headers.get("location")).toBe(`${page}?refused=wrong-phase`);
    expect(await server.database.reader.ballot.findMany()).toEqual(before);
  });

  test("[B8] changes the vote and its confidence, and keeps its reason", async () => {
    await using server = await startServer();
    const { host, ada, vote } = await seated(server);
    await moveTo(host, "before");
    await ada.send("ballot:cast", { ...ballot("for", "before", 7), confidence: 4, reason: "Geography." });
    await vote({ ...voteOf, choice: "against", confidence: "2" });
    const [stored] = await server.database.reader.ballot.findMany();
    expect(stored).toMatchObject({ choice: "against", seq: 8n, confidence: 2, reason: "Geography." });
  });

  test("[B8] [C4] keeps credit, also where its rebuttal was hidden meanwhile", async () => {
    await using server = await startServer();
    const { host, ada, bob, vote } = await seated(server);
    await moveTo(host, "rebuttal");
    const hers = rebuttal();
    await bob.send("rebuttal:post", hers);
    await moveTo(host, "after");
    const credit = { rebuttalId: hers.id, without: "against" as const };
    await ada.send("ballot:cast", { ...ballot("for", "after"), credit });
    const voted = async (choice: string) => {
      const response = await vote({ ...voteOf, round: "after", choice });
      expect(response.headers.get("location")).toBe(`/s/${server.session.code}`);
      return (await ada.sync()).you?.ballots.after;
    };
    expect(await voted("undecided")).toMatchObject({ choice: "undecided", credit });
    await host.send("host:moderate", { rebuttalIds: [hers.id], action: "hide" });
    expect(await voted("against")).toMatchObject({ choice: "against", seq: 3, credit });
  });
});
