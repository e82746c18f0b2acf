import { useTranslations } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { directionOf } from "#app/shared/text/direction.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { termsIn } from "#app/shared/text/terms.ts";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { readMarkdown } from "#debate/content/markdown.ts";
import type { Language } from "#debate/rules/languages.ts";
import { markupOf } from "#tests/support/markup.tsx";

const written = (words: string, lang?: string) =>
  renderToStaticMarkup(createElement(ContentIn, { lang }, createElement(Written, { as: "p" }, words)));

function By({ name }: { name: string }) {
  return useTranslations("host.rebuttals").rich("by", { name: inSentence(name) });
}

/** The text of a document, marks that only browsers without ruby show included: what is selected and copied. */
const textIn = (markup: string) => markup.replace(/<[^>]*>/gu, "");

describe("Written", () => {
  test.each([
    ["I agree.", "en", '<p dir="auto" lang="en">I agree.</p>'],
    ["賛成です。", "en", '<p dir="auto" lang="ja">賛成です。</p>'],
    ["أوافق", "en", '<p dir="auto" lang="ar">أوافق</p>'],
    ["Ada", undefined, '<p dir="auto" lang="">Ada</p>'],
  ])("[E7] %j in a debate in %j", (words, lang, markup) => {
    expect(written(words, lang)).toBe(markup);
  });

  test.each<[Language, string, string, string]>([
    ["en", "ja", "山田 花子", 'by <bdi dir="auto" lang="ja">山田 花子</bdi>'],
    ["en", "ar", "ليلى", 'by <bdi dir="auto" lang="ar">ليلى</bdi>'],
  ])(
    "[E7] a sentence of the interface in %s marks a name in a debate in %s",
    (locale, lang, name, markup) => {
      const by = createElement(By, { name });
      expect(markupOf(createElement(ContentIn, { lang }, by), locale)).toBe(markup);
    },
  );
});

describe("readings", () => {
  const ruby = (base: string, reading: string, bar = "") =>
    `<ruby>${bar}${base}<rp>《</rp><rt>${reading}</rt><rp>》</rp></ruby>`;

  test.each([
    ["旧港《きゅうこう》の町", `${ruby("旧港", "きゅうこう")}の町`],
    ["｜お茶《おちゃ》を", `${ruby("お茶", "おちゃ", "<rp>｜</rp>")}を`],
    ["一《いち》二《に》", ruby("一", "いち") + ruby("二", "に")],
    ["在《红楼梦》中", "在《红楼梦》中"],
    ["かな《かな》", "かな《かな》"],
  ])("[E10] %s", (text, markup) => {
    const shown = written(text, "ja").replace(/^<p[^>]*>|<\/p>$/gu, "");
    expect(shown).toBe(markup);
    expect(textIn(shown)).toBe(text);
  });

  test("[E10] a long text of marks is shown in time that grows with its length", () => {
    for (const unit of ["漢", "《", "漢《", "｜漢"])
      expect(textIn(written(unit.repeat(6_000 / unit.length), "ja"))).toHaveLength(6_000);
  });
});

describe("[D24] Written with marks", () => {
  const drawn = (source: string) => {
    const { text, marks } = readMarkdown(source);
    return { text, markup: renderToStaticMarkup(createElement(Written, { marks }, text)) };
  };

  test("emphasis, and a link that opens elsewhere without a referrer and draws its host", () => {
    const { text, markup } = drawn("A **very *long* [report](https://csis.org/r)** here");
    expect(markup).toContain("<strong>very </strong><strong><em>long</em></strong>");
    expect(markup).toMatch(
      /<a href="https:\/\/csis.org\/r" target="_blank" rel="noopener noreferrer[^>]* data-host="csis.org"/,
    );
    expect(textIn(markup)).toBe(text);
  });

  test("entries of a list and quotations stand on lines of their own, and what is copied is the text", () => {
    const { text, markup } = drawn("Why?\n- *one*\n- two\n> She said so.\n\nYes.");
    expect(markup.match(/<span class="block/g)?.length).toBe(5);
    expect(markup).toContain('ps-[1.2em] -indent-[1.2em]">• <em>one</em>\n</span>');
    expect(textIn(markup)).toBe(text);
  });

  test("no HTML: what looks like it is text", () => {
    expect(drawn("<img src=x onerror=alert(1)> *a*").markup).toContain(
      "&lt;img src=x onerror=alert(1)&gt; <em>a</em>",
    );
  });
});

test.each([
  ["الميناء القديم", "rtl"],
  ["«2011» הנמל", "rtl"],
  ["Harbor الميناء", "ltr"],
  ["港", "ltr"],
  ["12.", "ltr"],
  ["", "ltr"],
])("[E12] %j begins at the side of its first letter", (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

const marked = (text: string, ...terms: string[]) =>
  termsIn(
    text,
    terms.map((term) => ({ term, meaning: "" })),
  ).map(({ term, start, end }) => [term.term, text.slice(start, end)]);

test("[Y2] of terms within each other the longest is marked, and the shorter where it stands alone", () => {
  const text = "A peace treaty is a treaty.";
  expect(marked(text, "treaty", "peace treaty")).toEqual([
    ["peace treaty", "peace treaty"],
    ["treaty", "treaty"],
  ]);
  expect(
    termsIn(text, [
      { term: "treaty", meaning: "" },
      { term: "peace treaty", meaning: "" },
    ])[1]?.start,
  ).toBe(20);
  expect(marked("A peace treaty.", "treaty", "peace treaty")).toEqual([["peace treaty", "peace treaty"]]);
});

test("[Y2] a term is whole words, also in the plural", () => {
  expect(marked("The retreaty of treaties", "treaty")).toEqual([]);
  expect(marked("Two powers, one power.", "power")).toEqual([["power", "powers"]]);
  expect(marked("Taxes rise", "tax")).toEqual([["tax", "Taxes"]]);
});

test("[Y2] Japanese terms need no spaces around them, but a word in Katakana does not go on", () => {
  expect(marked("日本の核兵器と核", "核", "核兵器")).toEqual([
    ["核兵器", "核兵器"],
    ["核", "核"],
  ]);
  expect(marked("ベラロシアとロシア", "ロシア")).toEqual([["ロシア", "ロシア"]]);
  expect(termsIn("ベラロシアとロシア", [{ term: "ロシア", meaning: "" }])[0]?.start).toBe(6);
});

test("[Y2] [E10] a reading belongs to its term", () => {
  expect(marked("北方領土《ほっぽうりょうど》の返還", "北方領土")).toEqual([
    ["北方領土", "北方領土《ほっぽうりょうど》"],
  ]);
  expect(marked("核《かく》兵器《へいき》と｜お茶《おちゃ》", "核兵器", "お茶")).toEqual([
    ["核兵器", "核《かく》兵器《へいき》"],
    ["お茶", "｜お茶《おちゃ》"],
  ]);
});
