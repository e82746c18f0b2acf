import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { SignedSummary } from "#debate/protocol/answers/summary.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { moveTo } from "#tests/support/lesson.ts";
import { atResults } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { signedByOther } from "#tests/support/summaries.ts";

const MOVED = [
  ...Array.from({ length: 6 }, (): [Choice, Choice] => ["against", "for"]),
  ...Array.from({ length: 5 }, (): [Choice, Choice] => ["for", "for"]),
  ["for", "against"],
] as [Choice, Choice][];

const summaryOf = async (server: TestServer): Promise<SignedSummary> =>
  (await server.asHost("/summary")).json();
const compared = (server: TestServer, summaries: unknown[], codes = [server.session.code]) =>
  server.asInstructor("/api/compare", { json: { codes, summaries } });
describe("[S24] [S28] a summary", () => {
  test("made on one server is compared on another, with whom it came from", async () => {
    await using here = await startServer();
    await using there = await startServer({ publicUrl: "https://there.example" });
    await Promise.all([atResults(here), atResults(there, MOVED)]);
    const signed = await summaryOf(there);
    expect(signed.summary).toMatchObject({ format: 1, n: 12, server: "https://there.example" });
    expect(signed.summary.points).toBeCloseTo((100 * (12 - 2)) / 12, 9);
    const answered = await compared(here, [signed]);
    expect(answered.status).toBe(200);
    const comparison = await answered.json();
    expect(comparison).toMatchObject({ n: 19, coin: null, differ: null, pooled: null, experiment: null });
    // 3 steps toward For of 7 people here, 10 of 12 there.
    expect(comparison.points).toBeCloseTo((100 * (3 + 10)) / 19, 9);
    const { id, server } = signed.summary;
    expect(comparison.sections[1]).toMatchObject({ id, server, n: 12, margin: { standing: "clear" } });
    expect(JSON.stringify(comparison.sections[1])).not.toMatch(/code|paired|mean/u);
  });

  test("[S26] [S24] stays as first made, and has what the class was told, though a seat was removed before", async () => {
    await using server = await startServer();
    const { host, students } = await atResults(server);
    const told = async () => (await (await server.asStranger("/results")).json()).margin;
    const shown = await told();
    const { you } = await students[0].sync();
    await host.send("host:remove", { participantIds: [you?.participantId ?? ""] });
    const first = await summaryOf(server);
    // Else the two could be subtracted.
    expect(first.summary).toMatchObject({ n: 7, points: shown.points });
    expect(await told()).toEqual(shown);
    await moveTo(host, "closed");
    expect(await summaryOf(server)).toEqual(first);
  });

  test("[S25] is refused before the results are open, and where the class is told too little", async () => {
    await using named = await startServer();
    expect((await named.asHost("/summary")).status).toBe(409);
    await using anonymous = await startServer({ settings: { identity: "anonymous" } });
    await atResults(anonymous);
    const answered = await anonymous.asHost("/summary");
    expect(answered.status).toBe(422);
    expect(await answered.json()).toMatchObject({ error: { code: "forbidden" } });
    expect((await anonymous.asStranger("/summary")).status).toBe(401);
  });

  test("[S28] of a colleague on the same server is compared, and one that says it is of that class is refused", async () => {
    await using here = await startServer();
    await using there = await startServer();
    await Promise.all([atResults(here), atResults(there, MOVED)]);
    const [own, other] = await Promise.all([summaryOf(here), summaryOf(there)]);
    const headers = { cookie: await here.colleague() };
    const byColleague = (summaries: unknown[]) =>
      here.request("/api/compare", { json: { codes: [], summaries }, headers });
    const answered = await byColleague([own, other]);
    expect([answered.status, (await answered.json()).n]).toEqual([200, 19]);
    const forged = await byColleague([signedByOther({ ...own.summary, points: 99 }), other]);
    expect((await forged.json()).error.message).toMatch(/\[0\]: its signature/u);
  });

  test("[S27] [S28] is refused by name if it was changed, sent twice, is of this server or of another text, or says what no class can", async () => {
    await using here = await startServer();
    await using there = await startServer();
    await Promise.all([atResults(here), atResults(there, MOVED)]);
    const signed = await summaryOf(there);
    const { summary } = signed;
    const own = await summaryOf(here);
    const refused: [unknown[], RegExp][] = [
      [[{ ...signed, summary: { ...summary, points: summary.points + 1 } }], /\[0\]: its signature/u],
      [[{ ...signed, key: signedByOther(summary).key }], /\[0\]: its signature/u],
      [[{ summary: { format: 2, mood: "good" }, proof: 1 }], /\[0\]: another format/u],
      [[signed, signed], /\[1\]: the same class twice/u],
      [[signed, signedByOther({ ...summary, n: summary.n + 1 })], /\[1\]: the same class twice/u],
      [[own], /\[0\]: your own class/u],
      [[signedByOther({ ...own.summary, n: 99 })], /\[0\]: your own class/u],
      [[signedByOther({ ...summary, textHash: "0".repeat(64) })], /\[0\]: another resolution/u],
      [[signedByOther({ ...summary, resolution: "Tea is better." })], /\[0\]: another resolution/u],
      [[signedByOther({ ...summary, n: 0.5 })], /\[0\]: figures that no class/u],
      [[signedByOther({ ...summary, points: 201 })], /\[0\]: figures that no class/u],
    ];
    for (const [summaries, says] of refused) {
      const answered = await compared(here, summaries);
      expect([says, answered.status]).toEqual([says, 422]);
      expect((await answered.json()).error.message).toMatch(says);
    }
    expect((await compared(here, [{ ...signed, more: 1 }])).status).toBe(400);
    expect((await compared(here, [signed, signedByOther({ ...summary, id: randomUUID() })], [])).status).toBe(
      200,
    );
  });
});
