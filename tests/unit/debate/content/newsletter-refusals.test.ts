import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DebateDraft } from "#debate/content/debate.ts";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { NEWSLETTER_LIMIT } from "#debate/content/newsletter-text.ts";
import { OWN } from "#tests/support/newsletter.ts";

const missing = (text: string) => {
  const reading = readNewsletter(text);
  return reading.ok ? "read" : reading.missing.map(({ code }) => code);
};

describe("text that is not a newsletter", () => {
  test.each([
    ["nothing", "", ["empty"]],
    ["a shopping list", "milk\neggs\n2 lemons\nbread", ["no-resolution", "no-positions"]],
    ["PDF bytes", "%PDF-1.7\n%âãÏÓ\n1 0 obj", ["not-text"]],
    ["UTF-16 read as bytes", [...OWN].join("\u0000"), ["not-text"]],
    ["a web page's source", "<!DOCTYPE html><html><body>RESOLVED: x", ["not-text"]],
    ["no resolution", OWN.replace("RESOLVED: ", ""), ["no-resolution"]],
    ["one position", OWN.replace(/Mr\. Tomas Everard.*?(?=About the Authors)/s, ""), ["one-position"]],
    [
      "three positions",
      OWN.replace("About the Authors", "Ms. Ada North\nPilot, Port School\n\nNo.\n\nAbout the Authors"),
      ["too-many-positions"],
    ],
    ["a paragraph as long as a book", OWN.replace("Do not do it.", "No. ".repeat(5_000)), ["does-not-fit"]],
  ])("[N2] %s is refused", (_, text, codes) => {
    expect(missing(text)).toEqual(codes);
  });

  test("[N2] over a million characters is refused at once", () => {
    const text = `${OWN}\n`.repeat(Math.ceil(5_000_000 / OWN.length));
    const missing = [{ code: "too-long", limit: NEWSLETTER_LIMIT }];
    expect(readNewsletter(text)).toEqual({ ok: false, missing });
  });
});

/** A reader whose time grew with the square of the length would need much longer for an eighth of the longest text. */
const PATIENCE = 12_000;
const LENGTH = NEWSLETTER_LIMIT / 8;

function timeOf(text: string): number {
  const started = performance.now();
  readNewsletter(text);
  return performance.now() - started;
}

describe("any text at all", () => {
  const pieces =
    'RESOLVED:|From the Editor|Mr. A B|Dr. C D|Director, X Center|“|”|"|Vol. 1|Issue 2|(May 2019)|About the Authors|Related Resources|About the Editor|http://a.b|a|Z.|-|,|\n|\n\n|\r\n|\t| |\u00a0|\ufeff|\u0000|\ud800|©|論題：|編集部より|肯定側|否定側：兵藤 慎治氏|北浜大学 教授|「|」|第2巻第3号|執筆者紹介|\u3000|。'.split(
      "|",
    );

  test("[N1] is read into a draft or refused, and never throws", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
      fc
        .array(fc.constantFrom(...pieces, ...OWN.split("\n")), { maxLength: 80 })
        .map((parts) => parts.join("\n")),
      // The real form with one place disturbed.
      fc.tuple(fc.nat(OWN.length), fc.nat(200), fc.constantFrom(...pieces)).map(([at, gap, piece]) => {
        return OWN.slice(0, at) + piece + OWN.slice(at + gap);
      }),
    );
    const check = (text: string) => {
      const reading = readNewsletter(text);
      if (!reading.ok) return reading.missing.length > 0;
      expect(DebateDraft.parse(reading.draft)).toEqual(reading.draft);
      return reading.warnings[0]?.code === "sides-follow-order";
    };
    fc.assert(fc.property(anything, check), { numRuns: 150 });
  });

  test("[N1] hundreds of thousands of characters of anything are read in time that grows with its length", () => {
    const units =
      "A |\n|\"|“|a\n|A B\n\n|Mr. A B\nDirector, X\n\nNo.\n\n|.|.'| |-\n|(|[|http://|Vol. 1 |RESOLVED: a\n|*|#|é|Z. |肯定側\n|第1巻第1号|「|か（".split(
        "|",
      );
    const skeleton = (section: string, filler: string) =>
      OWN.replace(section, (found) => `${found}\n${filler}\n`);
    const sections = [
      "From the Editor\n",
      "About the Authors\n",
      "Related Resources\n",
      "About the Editor\n",
      "Fellow, Larkmoor Center\n",
    ];
    for (const [index, unit] of units.entries()) {
      const filler = unit.repeat((LENGTH - OWN.length) / unit.length);
      const section = sections[index % sections.length] ?? "";
      expect(timeOf(filler), JSON.stringify(unit)).toBeLessThan(PATIENCE);
      expect(timeOf(skeleton(section, filler)), JSON.stringify([unit, section])).toBeLessThan(PATIENCE);
    }
  }, 120_000);
});
