import { describe, expect, test } from "vitest";
import type { StudentCard } from "#debate/protocol/pages.ts";
import { STEPS } from "#debate/rules/steps.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { cookieOf } from "#tests/support/marked-lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

const REASON = "Borders last.";
const WHY = "It says what I had not thought of before I had read it.";

const ask = (server: TestServer, seat: Seat) =>
  server.asStranger("/card", { headers: cookieOf(server, seat) });
const read = async (server: TestServer, seat: Seat) =>
  (await (await ask(server, seat)).json()) as StudentCard;
/** The same by the page, with what it shows beside the card. */
async function readPage(server: TestServer, seat: Seat) {
  const page = await server.app.pageApi.card(new Headers(cookieOf(server, seat)), server.session.code);
  if (!page.ok) throw new Error(page.code);
  return page.value;
}

/**
 * Ada (For, then Undecided) writes and answers Bob, who writes and answers her; Bob and Cid move to For by Ada's words, and Dora
 * stays. Bob and Dora find Ada's rebuttal persuasive. Everyone has voted at the end.
 */
async function classroom(settings: GivenSettings = {}) {
  const server = await startServer({ settings });
  const host = await server.connect("host");
  const names = ["Ada", "Bob", "Cid", "Dora"];
  const seats = await Promise.all(names.map((name) => server.join(name)));
  const [ada, bob, cid, dora] = seats as [Seat, Seat, Seat, Seat];
  const clients = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  const [asAda, asBob, asCid, asDora] = clients as [
    (typeof clients)[0],
    (typeof clients)[0],
    (typeof clients)[0],
    (typeof clients)[0],
  ];
  const hers = rebuttal({ quote: { side: "against", n: 1, exact: "Put the idea aside." } });
  const his = rebuttal({ side: "against", body: "Maps change." });
  await moveTo(host, "before", settings);
  await asAda.send("ballot:cast", { ...ballot("for"), confidence: 4, reason: REASON });
  for (const each of [asBob, asCid]) await each.send("ballot:cast", ballot("against"));
  await asDora.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal", settings);
  await asAda.send("rebuttal:post", hers);
  await asBob.send("rebuttal:post", his);
  await asAda.send("rebuttal:post", rebuttal({ body: "Somebody has to sign.", replyTo: his.id }));
  await asBob.send("rebuttal:post", rebuttal({ side: "against", body: "Who?", replyTo: hers.id }));
  for (const each of [asBob, asDora]) await each.send("rebuttal:endorse", { rebuttalId: hers.id, on: true });
  await moveTo(host, "after", settings);
  const credit = { rebuttalId: hers.id, without: "against", why: WHY } as const;
  for (const each of [asBob, asCid]) await each.send("ballot:cast", { ...ballot("for", "after"), credit });
  await asDora.send("ballot:cast", ballot("for", "after"));
  const why = "Ada's own why.";
  await asAda.send("ballot:cast", { ...ballot("undecided", "after"), credit: { rebuttalId: his.id, why } });
  return {
    ...{ server, host, ada, bob, cid, dora, asAda, hers, his },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** What Ada said, which her card has at any time. */
const SAID = {
  removed: false,
  wordsDeleted: false,
  votes: [
    { round: "before", choice: "for", confidence: 4, reason: REASON },
    { round: "after", choice: "undecided" },
  ],
  credited: { what: "rebuttal", why: "Ada's own why." },
};
const SENT = [
  { body: "Geography does not bargain.", status: "published", isReply: false },
  { body: "Somebody has to sign.", status: "published", isReply: true },
];

describe("[V21] a student's card", () => {
  test("has what they said, and from the results on what came of it, and nobody else in it", async () => {
    await using room = await classroom();
    const { server, host, ada, bob, cid, dora, his } = room;
    const early = await read(server, ada);
    expect(early).toEqual({
      session: {
        code: server.session.code,
        resolution: expect.any(String),
        lang: "en",
        at: expect.any(Number),
      },
      ...{ ...SAID, name: ada.name, isOpen: false, guess: null, experiment: null },
      rebuttals: [
        {
          ...SENT[0],
          side: "for",
          quote: { side: "against", n: 1, exact: "Put the idea aside.", sentences: [1, 1] },
        },
        { ...SENT[1], side: "for" },
      ],
    });
    await moveTo(host, "results");
    const late = await read(server, ada);
    expect(late).toEqual({
      ...early,
      ...{ isOpen: true, credits: 2 },
      rebuttals: [
        {
          ...early.rebuttals[0],
          reception: { endorsed: 2, replies: 1, credits: 2 },
        },
        {
          ...early.rebuttals[1],
          answers: his.body,
          reception: { endorsed: 0, replies: 0, credits: 0 },
        },
      ],
    });
    const text = JSON.stringify(late);
    for (const other of [bob, cid, dora])
      expect(text).not.toMatch(new RegExp(`${other.participantId}|${other.name}`, "u"));
    for (const words of ["Who?", WHY, his.id, "castAt"]) expect(text).not.toContain(words);
    // Each seat's cookie has its own card.
    expect(await read(server, dora)).toMatchObject({ name: dora.name, rebuttals: [], credited: null });
    await moveTo(host, "closed");
    expect(await read(server, ada)).toEqual(late);
    expect((await readPage(server, ada)).card).toEqual(late);
  });
});

describe("[V14] [V34] until the results are opened, a card has only what the student said", () => {
  test.each(["pseudonym", "anonymous"] as const)("%s", async (identity) => {
    await using room = await classroom({ ...STAGED, identity });
    const { server, host, ada, asAda } = room;
    await moveTo(host, "results", { identity });
    const before = { ...SAID, isOpen: false, rebuttals: SENT };
    for (const step of STEPS.filter((each) => each !== "open")) {
      if (step !== "covered") expect(await showStep(host, step)).toMatchObject(OK);
      if (step === "guess") expect(await asAda.send("guess:cast", { share: 40 })).toEqual(OK);
      const { card, result } = await readPage(server, ada);
      expect(card).toMatchObject(before);
      expect(result).toBeUndefined();
      expect(card.guess).toEqual(step === "covered" ? null : { share: 40 });
      expect(JSON.stringify(card)).not.toMatch(/reception|credits|truth|answers|Maps change/u);
    }
    await showStep(host, "open");
    const opened = await readPage(server, ada);
    expect(opened.card).toMatchObject({ isOpen: true, rebuttals: [{ reception: { endorsed: 2 } }, {}] });
    expect(opened.result).toMatchObject({ step: "open" });
    // Once opened, a step back hides nothing.
    await showStep(host, "before");
    expect(await readPage(server, ada)).toEqual(opened);
  });
});

test("[Z2] [V34] the card of an anonymous class has no camps, credits or true share", async () => {
  await using room = await classroom({ ...STAGED, identity: "anonymous" });
  const { server, host, ada, asAda } = room;
  await moveTo(host, "results", { identity: "anonymous" });
  await showStep(host, "guess");
  await asAda.send("guess:cast", { share: 40 });
  await showStep(host, "open");
  const { card, result } = await readPage(server, ada);
  expect(card).toMatchObject({ name: "", guess: { share: 40 }, rebuttals: [{}, {}] });
  expect(card.rebuttals.map(({ reception }) => reception)).toEqual([
    { endorsed: 2, replies: 1 },
    { endorsed: 0, replies: 0 },
  ]);
  expect(card).not.toHaveProperty("credits");
  expect(card.guess).not.toHaveProperty("truth");
  expect(result).not.toHaveProperty("paired");
});
