import { describe, expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import type { Choice, Round } from "#debate/rules/choices.ts";
import { CHOICES } from "#debate/rules/choices.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { everyAnswer, everyPage } from "#tests/support/onlookers.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const NOW = 1_750_000_000_000;
const KINDS: Record<string, GivenSettings> = {
  named: { identity: "named" },
  anonymous: { identity: "anonymous" },
};
/** In this order they were written, and nothing that is compared is drawn by chance. */
const idOf = (place: number) => `${place}0000000-0000-4000-8000-000000000000`;

/** A class with a classmate, a projector and an assistant who look on. */
async function classOf(settings: GivenSettings, students: number) {
  const server = await startServer({ settings, clock: () => NOW });
  const assistantKey = keyIn((await (await server.asHost("/links/assistant", { json: {} })).json()).url);
  const host = await server.connect("host");
  const seats: Client[] = [];
  for (let seat = 0; seat < students; seat += 1)
    seats.push(await server.connect("student", { ticket: (await server.join(`Student ${seat}`)).ticket }));
  const { ticket } = await server.join("Classmate");
  const readers = [
    await server.connect("student", { ticket }),
    await server.connect("host", { key: assistantKey }, { cookie: undefined }),
  ];
  const onlookers = [...readers, await server.connect("screen")];
  return { server, host, seats, readers, onlookers, ticket, assistantKey };
}

async function vote(seats: readonly Client[], round: Round, choices: readonly Choice[]) {
  const cast = seats.map((seat, index) => {
    const choice = choices[index];
    return choice && seat.send("ballot:cast", ballot(choice, round));
  });
  for (const answer of await Promise.all(cast)) expect(answer).toMatchObject(OK);
}

/** Each student's first and last vote: For, Against or undecided. The first three write. */
type Way = readonly [before: Choice, after: Choice];
const READER: Way = ["against", "for"];
const WRITER: Way = ["for", "against"];
const OTHERS: readonly Way[] = [
  ["against", "against"],
  ["undecided", "for"],
  ...Array<Way>(6).fill(["for", "for"]),
  ...Array<Way>(4).fill(["against", "for"]),
  ["undecided", "against"],
];
const AUTHORS = 3;

/** All that a class, its projector, an assistant and a reader with a link are told once the results are there. */
async function toldAfter(settings: GivenSettings, ways: readonly Way[]) {
  const { server, host, seats, onlookers, ticket, assistantKey } = await classOf(settings, ways.length);
  await using _ = server;
  await moveTo(host, "before");
  await vote(
    seats,
    "before",
    ways.map(([before]) => before),
  );
  await moveTo(host, "rebuttal");
  for (const [author, seat] of seats.slice(0, AUTHORS).entries())
    await seat.send("rebuttal:post", rebuttal({ id: idOf(author), body: `Rebuttal ${author}` }));
  for (let author = 0; author < AUTHORS; author += 1)
    await Promise.all(seats.map((seat, reader) => reader !== author && endorse(seat, idOf(author))));
  await moveTo(host, "after");
  await vote(
    seats,
    "after",
    ways.map(([, after]) => after),
  );
  for (const onlooker of onlookers) onlooker.heard.length = 0;
  await moveTo(host, "results");
  const results = (await (await server.asStranger("/results")).json()) as Results;
  const told = await everythingTold(server, ticket, assistantKey, onlookers);
  return { results, told };
}

async function everythingTold(
  server: TestServer,
  ticket: string,
  assistantKey: string,
  onlookers: readonly Client[],
) {
  const { asStranger, session, url, app } = server;
  const { code, urls } = session;
  const screenKey = keyIn(urls.screen);
  const asked = [screenKey, assistantKey].flatMap((key) =>
    ["/results", "/timeline"].map(async (path) => (await asStranger(`${path}?key=${key}`)).json()),
  );
  const told: unknown[] = [
    ...(await everyAnswer(server, ticket)),
    ...(await everyPage(server, ticket)),
    ...(await Promise.all(onlookers.map((onlooker) => onlooker.sync()))),
    ...onlookers.map(({ heard }) => heard.filter(({ name }) => name === "result")),
    ...(await Promise.all(asked)),
    await app.pageApi.results(new Headers(), code),
    await app.pageApi.results(new Headers(), code, assistantKey),
    await app.pageApi.screen(new Headers(), code, screenKey),
    await app.pageApi.host(new Headers(), code, assistantKey),
  ];
  const text = JSON.stringify(told, (key, value) => (DRAWN.has(key) ? undefined : value));
  return JSON.parse(text.replaceAll(code, "CODE").replaceAll(new URL(url).port, "PORT"));
}

/** What chance decides, and the numbers of versions. */
const DRAWN = new Set(["version", "cursor", "participantId", "ticket", "name", "by", "log"]);

/** What subtraction gives away: the camp in which one person, the author, is missing among those who endorsed. */
function firstVotesRead({ rebuttals, rounds }: Results): (Choice | null)[] {
  const first = rounds.find(({ round }) => round === "before");
  return rebuttals.map(({ endorsements }) => {
    const camps = CHOICES.filter((camp) => endorsements && (first?.[camp] ?? 0) - endorsements[camp] === 1);
    return camps.length === 1 ? (camps[0] ?? null) : null;
  });
}

test.each(Object.entries(KINDS))(
  "[K9] [K10] [K11] %s: a classmate who subtracts endorsements by camp from the first tally reads no author's first vote, and all is the same if an author and a reader swap votes",
  async (_, settings) => {
    const lessons = [
      [WRITER, ...OTHERS, READER],
      [READER, ...OTHERS, WRITER],
    ];
    const [one, other] = await Promise.all(lessons.map((ways) => toldAfter(settings, ways)));
    if (!one || !other) throw new Error("no lesson was played");
    expect(one.results.rebuttals.map(({ endorsed }) => endorsed)).toEqual(
      Array(AUTHORS).fill(OTHERS.length + 1),
    );
    expect(firstVotesRead(one.results)).toEqual(Array(AUTHORS).fill(null));
    expect(other.told).toEqual(one.told);
  },
);

describe.each(Object.entries(KINDS))("%s", (_, settings) => {
  test.each(["for", "against"] as const)(
    "[K10] two spare seats, one of each camp, and two comparators around a bait tell no onlooker that whoever presses it was %s",
    async (camp) => {
      const { server, host, seats, readers } = await classOf(settings, 4);
      await using _ = server;
      const [pro, against, author, pressing] = seats as [Client, Client, Client, Client];
      await moveTo(host, "before");
      await vote(seats, "before", ["for", "against", "undecided", camp]);
      await moveTo(host, "rebuttal");
      const [above, bait, below] = [idOf(0), idOf(1), idOf(2)];
      for (const id of [above, bait, below])
        expect(await author.send("rebuttal:post", rebuttal({ id }))).toMatchObject(OK);
      // Across camps the bait stands above both if For presses it, 2/4 * 1/2, and level with them if Against does, 1/3 * 2/3.
      await pro.send("rebuttal:seen", { ids: [bait, below] });
      await against.send("rebuttal:seen", { ids: [above] });
      expect(await endorse(pro, above)).toMatchObject(OK);
      expect(await endorse(against, below)).toMatchObject(OK);
      expect(await endorse(pressing, bait)).toMatchObject(OK);
      const orderOf = async (client: Client) => byRank((await client.sync()).rebuttals);
      const acrossCamps = camp === "for" ? [bait, above, below] : [above, bait, below];
      const hosts = settings.identity === "anonymous" ? [above, bait, below] : acrossCamps;
      await expect.poll(() => orderOf(host)).toEqual(hosts);
      for (const reader of readers) expect(await orderOf(reader)).toEqual([above, bait, below]);
    },
  );
});

function byRank(rebuttals: readonly Rebuttal[]): string[] {
  return rebuttals
    .filter(({ endorsements }) => endorsements === 1)
    .sort((one, other) => one.rank - other.rank)
    .map(({ id }) => id);
}
