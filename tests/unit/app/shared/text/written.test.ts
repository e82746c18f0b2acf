import { useTranslations } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
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
    ["Ada", "ja", '<p dir="auto" lang="en">Ada</p>'],
    ["أوافق", "en", '<p dir="auto" lang="ar">أوافق</p>'],
    ["Ada", undefined, '<p dir="auto" lang="">Ada</p>'],
  ])("[E7] %j in a debate in %j", (words, lang, markup) => {
    expect(written(words, lang)).toBe(markup);
  });

  test.each<[Language, string, string, string]>([
    ["en", "ja", "山田 花子", 'by <bdi dir="auto" lang="ja">山田 花子</bdi>'],
    ["ja", "en", "Ada Park", '<bdi dir="auto" lang="en">Ada Park</bdi>\u2060さ\u2060ん'],
    ["en", "ar", "ليلى", 'by <bdi dir="auto" lang="ar">ليلى</bdi>'],
  ])(
    "[E7] a sentence of the interface in %s marks a name in a debate in %s",
    (locale, lang, name, markup) => {
      const by = createElement(By, { name });
      expect(markupOf(createElement(ContentIn, { lang }, by), locale)).toBe(markup);
    },
  );

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
