import { describe, expect, test } from "vitest";
import type { Choice } from "#debate/rules/choices.ts";
import { anonymousClass, anotherSection, everythingTold, MARK } from "#tests/support/anonymous-class.ts";
import { exported, mine } from "#tests/support/marked-lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import type { TestServer } from "#tests/support/server.ts";
import { dump } from "#tests/support/tables.ts";

/** A class of which everyone is singled out. */
const VOTES: [Choice, Choice][] = [
  ["for", "against"],
  ["for", "for"],
  ["against", "undecided"],
  ["undecided", "for"],
  ["undecided", "undecided"],
];

describe("in an anonymous class", () => {
  test("[Z17] [Z18] a host is answered what the class is, and finds no difference after a seat is deleted", async () => {
    await using its = await anonymousClass({ settings: {}, votes: VOTES });
    await expectSameAnswers(its);
    const { server, host, seats, students } = its;
    const [leaving, , , stays] = students;
    const section = await anotherSection(server);
    if (!seats[0] || !stays || !leaving) throw new Error("no seat");
    const assistant = await server.connect(
      "host",
      { key: await assistantKey(server) },
      { cookie: undefined },
    );
    const clients = [host, assistant, stays, await server.connect("screen")];
    const before = await everythingTold(server, clients, section);
    for (const client of clients) client.heard.length = 0;
    expect((await mine(server, seats[0], "seat")).status).toBe(204);
    const after = await everythingTold(server, clients, section);
    expect(Object.keys(after).filter((name) => isSame(after[name], before[name]))).toEqual(
      Object.keys(before),
    );
    const left = await (await mine(server, seats[0])).json();
    expect(left).toMatchObject({ error: { code: "unauthorized" } });
    // No room is told which rebuttals the seat had endorsed or been shown. (An assistant is sent all of them on coming.)
    const heard = [host, stays].flatMap(({ heard }) => heard);
    expect(heard.filter(({ name }) => name === "rebuttals")).toEqual([]);
  });

  test("[Z17] [G2] of a seat with words that is deleted only the words are gone, and no figure of any vote or credit moves", async () => {
    await using its = await anonymousClass({ settings: {}, votes: VOTES });
    const { server, seats } = its;
    if (!seats[1]) throw new Error("no seat");
    const told = async () => {
      const answers = [
        "/results",
        "/results?as=class",
        "/export?table=ballots",
        "/export?table=participants",
      ];
      const texts = [];
      for (const path of answers) texts.push(await (await server.asHost(path)).text());
      return texts;
    };
    const before = await told();
    expect((await mine(server, seats[1], "words")).status).toBe(204);
    const withoutWords = await told();
    expect((await mine(server, seats[1], "seat")).status).toBe(204);
    const after = await told();
    expect(before.join()).toContain(MARK);
    expect(JSON.stringify(await dump(server.database))).not.toContain(MARK);
    // Whether the seat or its words went, the same is left.
    expect(after).toEqual(withoutWords);
    expect(before.map(figuresOf)).toEqual(after.map(figuresOf));
  });
});

/** Results without what is about rebuttals one by one; of a table everything. */
function figuresOf(text: string) {
  const {
    rebuttals: _rebuttals,
    paragraphs: _paragraphs,
    commonGround: _common,
    reasons: _reasons,
    ...figures
  } = JSON.parse(text);
  return figures;
}

async function assistantKey(server: TestServer): Promise<string> {
  const made = await server.asHost("/links/assistant", { json: {} });
  return keyIn((await made.json()).url);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** On every page with results. */
async function expectSameAnswers({ server, host: client }: Awaited<ReturnType<typeof anonymousClass>>) {
  const { pageApi } = server.app;
  const { code } = server.session;
  const host = await pageApi.results(new Headers({ cookie: server.cookie }), code);
  const classmate = await pageApi.results(new Headers(), code);
  if (!host.ok || !classmate.ok) throw new Error("no results");
  expect(host.value.results).toEqual(classmate.value.results);
  expect(await (await server.asHost("/timeline")).text()).toBe(
    await (await server.asStranger("/timeline")).text(),
  );
  const { session } = await client.sync();
  expect(session).not.toHaveProperty("tally");
  const [row] = (await exported(server, "endorsements")) as [Record<string, unknown>];
  expect([row.for, row.against, row.undecided, row.noCamp]).toEqual([null, null, null, null]);
}
