import { describe, expect, test } from "vitest";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";
import {
  AGAINST,
  ask,
  connectAssistant,
  cookieOf,
  FOR,
  given,
  rate,
  steelmanOf,
  textsFor,
  voted,
  WHY,
  write,
} from "#tests/support/steelman.ts";
import { dump } from "#tests/support/tables.ts";

describe("[P16] the best argument of the other side", () => {
  test("is for the side that the writer did not vote for; who is undecided chooses", async () => {
    await using server = await startServer();
    const { students } = await voted(server, ["for", "against", "undecided", null]);
    const [ada, bob, cyd, dan] = students;
    expect(await write(ada, AGAINST)).toEqual(OK);
    expect(await write(bob, FOR, "for")).toEqual(OK);
    expect(await write(bob, FOR, "against")).toEqual(refused("malformed"));
    expect(await write(cyd, FOR)).toEqual(refused("malformed"));
    expect(await write(cyd, FOR, "for")).toEqual(OK);
    expect(await write(dan, AGAINST, "against")).toEqual(OK);
    const sides = await Promise.all(students.map(async (each) => (await steelmanOf(each))?.own?.side));
    expect(sides).toEqual(["against", "for", "for", "against"]);
  });

  test("is written in its phase only, in a session that has it, by people who were not removed", async () => {
    await using server = await startServer();
    const { host, students } = await voted(server, ["for", "against"]);
    const [ada, bob] = students;
    await moveTo(host, "after", { activities: { steelman: {} } });
    expect(await write(ada, AGAINST)).toEqual(refused("wrong-phase"));
    await moveTo(host, "steelman", { activities: { steelman: {} } });
    await host.send("host:remove", { participantIds: [bob.participantId] });
    await bob.hears("removed");
    expect((await dump(server.database)).steelman).toBe("[]");
    await moveTo(host, "results", { activities: { steelman: {} } });
    expect(await write(ada, AGAINST)).toEqual(refused("wrong-phase"));
    await moveTo(host, "closed", { activities: { steelman: {} } });
    expect(await write(ada, AGAINST)).toEqual(refused("closed"));
  });
});

describe("[P18] who rates", () => {
  test("are two people of that side, one text at a time, none twice and never the own one", async () => {
    await using server = await startServer();
    const { students } = await voted(server, ["for", "for", "for", "against", "undecided"]);
    const [ada, bob, cyd, dan, eva] = students;
    await write(dan, FOR);
    await write(eva, `${FOR} And it pays.`, "for");
    expect(await ask(dan)).toEqual({ ok: true, given: false });
    expect(await ask(eva)).toEqual(refused("forbidden"));
    const [first, second] = [await given(ada), await given(bob)];
    // The fewest were given the other one.
    expect(second).not.toBe(first);
    expect(await given(ada)).toBe(first);
    await rate(ada, first, true);
    expect(await given(ada)).toBe(second);
    await rate(ada, second, false);
    // Two of Ada, Bob and Cyd for each.
    const third = await given(cyd);
    await rate(cyd, third, true);
    await rate(bob, second, true);
    if (third !== first) await rate(bob, await given(bob), true);
    for (const each of [ada, bob, cyd]) expect(await ask(each)).toEqual({ ok: true, given: false });
    expect(await rate(cyd, dan.participantId, true)).toEqual(refused("not-found"));
  });
});

describe("[P19] what was said of a text", () => {
  test("is told to its writer without names and to the host with them, to no one else", async () => {
    await using server = await startServer();
    const { code, urls, host, students } = await voted(server, ["for", "for", "against"]);
    const [ada, bob, cyd] = students;
    const screen = await server.connect("screen", { code, key: keyIn(urls.screen) });
    const assistant = await connectAssistant(server, code);
    await write(cyd, FOR);
    const id = await given(ada);
    expect(await rate(ada, id, false, WHY)).toEqual(OK);
    const scores = [{ fair: false, why: WHY }];
    await cyd.hearsMine(({ steelman }) => JSON.stringify(steelman?.own?.scores) === JSON.stringify(scores));
    const { steelmen } = (await host.send("host:steelmen", {})) as { steelmen: object[] };
    const [adasName, cydsName] = [ada, cyd].map((_, n) => `Student ${n === 0 ? 1 : 3}`);
    expect(steelmen).toMatchObject([
      { id, side: "for", body: FOR, by: cydsName, scores: [{ fair: false, why: WHY, by: adasName }] },
    ]);
    expect(await textsFor(assistant)).toHaveLength(1);
    await screen.sees(({ steelman }) => steelman?.rated === 1);
    await moveTo(host, "results", { activities: { steelman: {} } });
    await moveTo(host, "closed", { activities: { steelman: {} } });
    for (const each of [bob, screen, assistant]) {
      await each.sync();
      expect(JSON.stringify([each.heard, each.answers])).not.toContain(WHY);
    }
    // The rater knows the words, not whose they are.
    const given1 = JSON.stringify([ada.heard, ada.answers]);
    expect(given1).toContain(FOR);
    for (const secret of [cydsName, cyd.participantId]) expect(given1).not.toContain(secret);
    const results = await (await server.request(`/api/sessions/${code}/results`)).text();
    for (const words of [FOR, WHY]) expect(results).not.toContain(words);
    const card = await (await server.request(`/api/sessions/${code}/card`, cookieOf(code, cyd))).json();
    expect(card).toMatchObject({ steelman: { side: "for", body: FOR, scores } });
  });

  test.each(["pseudonym", "named"] as const)(
    "[A3] nor is it told to an assistant whose a text is, as its side tells the vote: %s",
    async (identity) => {
      await using server = await startServer();
      const { code, host, students } = await voted(server, ["for", "against"], { identity });
      const [ada, bob] = students;
      const assistant = await connectAssistant(server, code);
      await write(ada, AGAINST);
      await write(bob, FOR);
      expect((await textsFor(host)).map(({ body, by }) => [body, by]).sort()).toEqual([
        [FOR, "Student 2"],
        [AGAINST, "Student 1"],
      ]);
      const theirs = await textsFor(assistant);
      expect(theirs.map((text) => Object.keys(text).sort())).toEqual(
        Array(2).fill(["at", "body", "id", "side", "status"]),
      );
      // Which text goes when someone is removed would tell it, too.
      expect(await assistant.send("host:remove", { participantIds: [bob.participantId] })).toMatchObject(OK);
      expect(await textsFor(assistant)).toEqual(theirs);
      expect((await textsFor(host)).map(({ body }) => body)).toEqual([AGAINST]);
      const [mine] = theirs.filter(({ body }) => body === AGAINST);
      expect(await assistant.send("host:steelman", { steelmanId: mine?.id ?? "", action: "hide" })).toEqual(
        OK,
      );
      expect((await steelmanOf(ada))?.own?.status).toBe("hidden");
    },
  );
});

test("[P17] another text drops what was said of the one before, and the same people are asked again", async () => {
  await using server = await startServer();
  const { students } = await voted(server, ["for", "for", "against", "undecided"]);
  const [ada, , cyd, dan] = students;
  await write(cyd, FOR);
  const id = await given(ada);
  await rate(ada, id, false, WHY);
  expect(await write(cyd, FOR)).toEqual(OK);
  expect((await steelmanOf(cyd))?.own?.scores).toHaveLength(1);
  await write(cyd, `${FOR} And it pays.`);
  expect((await steelmanOf(cyd))?.own).toMatchObject({ body: `${FOR} And it pays.`, scores: [] });
  expect((await steelmanOf(ada))?.given).toEqual([{ id, side: "for", body: `${FOR} And it pays.` }]);
  // Who is undecided may change the side: then people of the other side rate.
  await write(dan, FOR, "for");
  const second = await given(ada).then(async (open) =>
    open === id ? rate(ada, id, true).then(() => given(ada)) : open,
  );
  expect(await rate(ada, second, true)).toEqual(OK);
  await write(dan, AGAINST, "against");
  expect((await steelmanOf(ada))?.given.map((text) => text.id)).toEqual([id]);
  expect(await given(cyd)).toBe(second);
});

test("[P17] a rating that was written of the words before is refused as stale, and counts for no one", async () => {
  await using server = await startServer();
  const { students } = await voted(server, ["for", "for", "against"]);
  const [ada, bob, cyd] = students;
  await write(cyd, FOR);
  const id = await given(ada);
  expect(await given(bob)).toBe(id);
  const now = `${FOR} And it pays.`;
  await write(cyd, now);
  expect(await rate(ada, id, false, WHY, FOR)).toEqual(refused("stale"));
  expect(await steelmanOf(cyd)).toMatchObject({ own: { body: now, scores: [] } });
  expect((await steelmanOf(ada))?.given).toEqual([{ id, side: "for", body: now }]);
  // [W2] Compared as they are stored; a page from before this rule names none.
  expect(await rate(ada, id, true, undefined, ` ${now}\r\n`)).toEqual(OK);
  expect(await rate(bob, id, false)).toEqual(OK);
  expect((await steelmanOf(cyd))?.own?.scores).toHaveLength(2);
});
