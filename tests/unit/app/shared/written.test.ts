import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { beginningOf } from "#app/shared/beginning-of.ts";
import { ContentIn, Written } from "#app/shared/Written.tsx";

const written = (words: string, lang?: string) =>
  renderToStaticMarkup(createElement(ContentIn, { lang }, createElement(Written, { as: "p" }, words)));

/** The text of a document, marks that only browsers without ruby show included: what is selected and copied. */
const textIn = (markup: string) => markup.replace(/<[^>]*>/gu, "");

describe("Written", () => {
  test.each([
    ["I agree.", "en", '<p dir="auto" lang="en">I agree.</p>'],
    ["賛成です。", "en", '<p dir="auto" lang="ja">賛成です。</p>'],
    ["Ada", "ja", '<p dir="auto" lang="en">Ada</p>'],
    ["أوافق", "en", '<p dir="auto" lang="ar">أوافق</p>'],
    ["Ada", undefined, '<p dir="auto" lang="">Ada</p>'],
  ])("[E7] %j in a debate in %j", (words, lang, markup) => {
    expect(written(words, lang)).toBe(markup);
  });

  test("[E7] of more than words, the words say the language", () => {
    const part = createElement("mark", {}, "港");
    expect(renderToStaticMarkup(createElement(Written, { of: "港の町" }, part))).toBe(
      '<span dir="auto" lang="ja"><mark>港</mark></span>',
    );
  });
});

describe("readings", () => {
  const ruby = (base: string, reading: string, bar = "") =>
    `<ruby>${bar}${base}<rp>《</rp><rt>${reading}</rt><rp>》</rp></ruby>`;

  test.each([
    ["旧港《きゅうこう》の町", `${ruby("旧港", "きゅうこう")}の町`],
    ["この佐々木《ささき》は", `この${ruby("佐々木", "ささき")}は`],
    ["｜お茶《おちゃ》を", `${ruby("お茶", "おちゃ", "<rp>｜</rp>")}を`],
    ["一《いち》二《に》", ruby("一", "いち") + ruby("二", "に")],
    ["在《红楼梦》中", "在《红楼梦》中"],
    ["かな《かな》", "かな《かな》"],
    ["漢字《", "漢字《"],
  ])("[E10] %s", (text, markup) => {
    const shown = written(text, "ja").replace(/^<p[^>]*>|<\/p>$/gu, "");
    expect(shown).toBe(markup);
    expect(textIn(shown)).toBe(text);
  });

  test("[E10] labels and beginnings go without readings", () => {
    expect(beginningOf("旧港《きゅうこう》と｜お茶《おちゃ》、《红楼梦》")).toBe("旧港とお茶、《红楼梦》");
  });

  test("[E10] a long text of marks is shown in time that grows with its length", () => {
    for (const unit of ["漢", "《", "漢《", "｜漢"])
      expect(textIn(written(unit.repeat(6_000 / unit.length), "ja"))).toHaveLength(6_000);
  });
});
