import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { pick } from "#tests/support/picks.ts";
import { ask, recount } from "#tests/support/recount.ts";
import { hasPython } from "#tests/support/recounted.ts";
import { showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const WHY = "It named a cost that neither of the two experts had thought about.";

/** Sixteen, four of each way to vote twice, give reasons, guess and merge two rebuttals, of whose voters' words the host lets the class see two. */
async function guessed(server: TestServer, identity: Identity) {
  const settings = { identity, reveal: "staged", activities: { guess: {} } } as const;
  const { code } = await server.open(settings);
  const host = await server.connect("host", { code });
  const students = await Promise.all(
    Array.from({ length: 16 }, async (_, n) =>
      server.connect("student", { code, ticket: (await server.join(`Student ${n + 1}`, code)).ticket }),
    ),
  );
  const posts = [rebuttal(), rebuttal({ body: "The same, said again." })] as const;
  await host.send("host:lock", { locked: true });
  await moveTo(host, "before", settings);
  for (const [n, student] of students.entries())
    await student.send("ballot:cast", { ...ballot(n % 2 ? "for" : "against"), reason: `Reason ${n}.` });
  await moveTo(host, "rebuttal", settings);
  for (const [n, post] of posts.entries())
    expect(await students[n]?.send("rebuttal:post", post)).toMatchObject(OK);
  const [head, merged] = posts;
  for (const [n, student] of students.entries()) {
    await student.send("rebuttal:seen", { ids: [n % 2 ? head.id : merged.id] });
    if (n > 6) await student.send("rebuttal:endorse", { rebuttalId: n % 2 ? head.id : merged.id, on: true });
  }
  expect(await host.send("host:merge", { rebuttalId: merged.id, into: head.id })).toMatchObject(OK);
  await moveTo(host, "after", settings);
  for (const [n, student] of students.entries()) {
    const moved = n % 4 === 0 ? { paragraph: { side: "for" as const, n: 2 } } : { rebuttalId: merged.id };
    const credit = { ...moved, without: "undecided" as const, why: WHY };
    await student.send("ballot:cast", {
      ...ballot(n % 8 < 4 ? "for" : "against", "after"),
      ...(n !== 1 && { credit }),
    });
  }
  await moveTo(host, "results", settings);
  const { words } = (await ask(server, code, "/words")) as WordsRead;
  for (const { id } of words.slice(0, 2)) expect(await pick(server, id, true, code)).toMatchObject(OK);
  await showStep(host, "guess");
  for (const [n, student] of students.entries())
    if (n > 1) expect(await student.send("guess:cast", { share: 100 - 6 * n })).toMatchObject(OK);
  return { code, host };
}

test.skipIf(!hasPython).each(["named", "pseudonym", "anonymous"] as const)(
  "[V41] [M12] [V18] [C5] in %s sessions docs/recount.py counts guesses, picked words and paragraphs from the files alone",
  async (identity) => {
    await using server = await startServer();
    const { code, host } = await guessed(server, identity);
    await showStep(host, "open");
    const results = (await ask(server, code, "/results")) as Results;
    expect(results.guess?.n).toBe(14);
    const { status, printed, said } = await recount(server, code, results);
    const untold = "Anonymous session, not told and not recounted: ['outlook', 'later']\n";
    expect({ status, said }).toEqual({ status: 0, said: identity === "anonymous" ? untold : "" });
    const { guess, paragraphs, picked } = JSON.parse(printed);
    const { n, mean, truth, counts } = results.guess ?? {};
    expect(guess).toMatchObject({ n, mean, truth, counts });
    expect(picked.map(({ text }: { text: string }) => text).sort()).toEqual(
      results.picked.map(({ text }) => text).sort(),
    );
    expect(paragraphs).toHaveLength(results.paragraphs.length);
    const wrong = { ...results, guess: { ...results.guess, mean: 1 }, picked: [] };
    const disagreement = (await recount(server, code, wrong)).said.trim().split("\n").at(-1);
    expect(disagreement).toBe("Not as in the results: ['guess', 'picked']");
  },
);

test.skipIf(!hasPython).each(["named", "pseudonym"] as const)(
  "[V41] [C1] [C3] [R32] in %s sessions docs/recount.py counts whom each rebuttal and paragraph moved",
  async (identity) => {
    await using server = await startServer();
    const { code, host } = await guessed(server, identity);
    await showStep(host, "open");
    const results = (await ask(server, code, "/results")) as Results;
    const { printed } = await recount(server, code, results);
    const credits = (all: { credits: number | null }[]) => all.map((each) => each.credits);
    const counted = JSON.parse(printed) as Pick<Results, "rebuttals" | "paragraphs">;
    expect(credits(counted.rebuttals)).toEqual(credits(results.rebuttals));
    expect(credits(counted.paragraphs)).toEqual(credits(results.paragraphs));
    expect(credits(results.rebuttals)).toEqual([11]);
  },
);
