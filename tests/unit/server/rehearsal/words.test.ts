import { expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { WHY_TO_COUNT } from "#debate/counting/credit.ts";
import { BODY_LENGTH, REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { quotesParagraph } from "#debate/rules/rebuttals.ts";
import { areSimilar, fingerprint } from "#debate/rules/similar.ts";
import type { Script } from "#server/rehearsal/script.ts";
import { scriptFor } from "#server/rehearsal/script-for.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const own = (lang: string, resolution: string, text: string): Debate => ({
  ...BUILT_IN_DEBATE,
  id: "own",
  lang,
  resolution,
  positions: [
    { ...BUILT_IN_DEBATE.positions[0], paragraphs: [{ n: 1, text }] },
    { ...BUILT_IN_DEBATE.positions[1], paragraphs: [{ n: 1, text }] },
  ],
});
const DEBATES: [string, Debate, number][] = [
  ["the built-in debate", BUILT_IN_DEBATE, 9],
  ["an English debate", own("en", "Homework should be abolished", "Homework takes hours. It helps few."), 6],
  ["a Japanese debate", own("ja", "宿題は廃止すべきである", "宿題には時間がかかる。役に立つ人は少ない。"), 6],
];

const quotesOf = ({ rebuttals }: Script) => rebuttals.flatMap(({ quote }) => quote ?? []);

test.each(DEBATES)("[R3] [H1] simulated students quote %s in its exact words", (_, debate, count) => {
  const quotes = quotesOf(scriptFor(debate));
  expect(quotes).toHaveLength(count);
  for (const { side, n, exact } of quotes) {
    const position = debate.positions.find((each) => each.side === side);
    const text = position?.paragraphs.find((paragraph) => paragraph.n === n)?.text ?? "";
    expect(quotesParagraph(exact, text), exact).toBe(true);
  }
});

test("[H1] simulated students quote the first sentence of a paragraph, and write in the debate's language", () => {
  const [, english, japanese] = DEBATES.map(([, debate]) => scriptFor(debate));
  expect(english && quotesOf(english)[0]?.exact).toBe("Homework takes hours.");
  expect(japanese && quotesOf(japanese)[0]?.exact).toBe("宿題には時間がかかる。");
  expect(japanese?.rebuttals.every(({ body }) => /[ぁ-ん]/u.test(body))).toBe(true);
});

test.each(DEBATES)(
  "[C2] [H1] what simulated students write about %s fits, and credits have reasons that count",
  (_, debate) => {
    const { rebuttals, reasons, credits } = scriptFor(debate);
    const keys = rebuttals.map(({ key }) => key);
    expect(new Set(rebuttals.map(({ body }) => body)).size).toBe(rebuttals.length);
    for (const { body, replyTo, started } of rebuttals) {
      expect(started?.body.length ?? 0).toBeLessThanOrEqual(BODY_LENGTH);
      expect(body.length).toBeLessThanOrEqual(BODY_LENGTH);
      if (replyTo !== undefined) expect(keys).toContain(replyTo);
    }
    for (const reason of Object.values(reasons).flat())
      expect(reason.length).toBeLessThanOrEqual(REASON_LENGTH);
    for (const { key, why } of Object.values(credits).flat()) {
      if (key !== undefined) expect(keys).toContain(key);
      expect(why.length).toBeGreaterThanOrEqual(WHY_TO_COUNT);
      expect(why.length).toBeLessThanOrEqual(REASON_LENGTH);
    }
  },
);

test.each(DEBATES)(
  "[H1] [R10] [R21] [R22] [R25] about %s one is changed, one withdrawn, one reported, and two are nearly the same",
  (_, debate) => {
    const { rebuttals, credits } = scriptFor(debate);
    const changed = rebuttals.filter(({ edited }) => edited !== undefined);
    expect(changed).toHaveLength(1);
    for (const { body, edited = "", started } of changed) {
      expect(edited).not.toBe(body);
      expect(edited.length).toBeLessThanOrEqual(BODY_LENGTH);
      // It would change other words than its author wrote.
      expect(started).toBe(undefined);
    }
    const withdrawn = rebuttals.filter((rebuttal) => rebuttal.withdrawn).map(({ key }) => key);
    expect(withdrawn).toHaveLength(1);
    const used = [...Object.values(credits).flat(), ...rebuttals.map(({ replyTo: key }) => ({ key }))];
    expect(used.filter(({ key = "" }) => withdrawn.includes(key))).toEqual([]);
    const reports = rebuttals.flatMap(({ report }) => report ?? []);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.length).toBeLessThanOrEqual(REASON_LENGTH);

    const prints = rebuttals.map(({ camp, side, body, started }) => ({
      ...{ camp, side, started },
      print: fingerprint(body),
    }));
    const twins = prints.flatMap((one, place) =>
      prints.slice(place + 1).flatMap((other) => (areSimilar(one.print, other.print) ? [[one, other]] : [])),
    );
    expect(twins).toHaveLength(1);
    const [one, other] = twins[0] ?? [];
    expect(one?.side).toBe(other?.side);
    // By two students, also in a small class.
    expect(one?.camp).not.toBe(other?.camp);
    expect(one?.started ?? other?.started).toBe(undefined);
  },
);
