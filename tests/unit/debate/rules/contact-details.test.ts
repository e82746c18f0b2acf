import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasContactDetails } from "#debate/rules/contact-details.ts";

const fullWidth = (text: string) =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

describe("[R36] contact details are found", () => {
  test.each([
    ["a Japanese mobile", "Call me: 090-1234-5678!"],
    ["a Japanese number with an area code in parentheses", "(03) 1234-5678"],
    ["a Japanese number with の", "090の1234の5678"],
    ["a Japanese number in kanji", "〇九〇ー一二三四ー五六七八"],
    ["an American number", "(555) 234-0199"],
    ["an American number in one", "text 5552340199"],
    ["a British number", "020 7946 0018"],
    ["two numbers side by side", "090-1234-5678 080-1234-5678"],
    ["a number with another one that is none", "090-1234-5678 12345"],
    ["a number of nine digits", "09 123 4567"],
    ["a number after a date", "2024-05-03 090-1234-5678"],
    ["a number cut by invisible characters", "090\u200b1234\u200b5678"],
    ["an email address behind Japanese", "メールはada@example.jpまで"],
    ["an email address with a Japanese name", "太郎@example.jp"],
    ["an email address with (at) and (dot)", "ada (at) school (dot) edu"],
    ["an email address with あっと", "ada[あっと]example.jp"],
    ["a handle behind Japanese", "インスタは@ada.kです"],
    ["a LINE ID", "LINE ID: ada_k"],
    ["a LINE ID in Japanese", "ラインのIDはada_k1です"],
  ])("%s", (_, text) => {
    expect(hasContactDetails(text)).toBe(true);
  });
});

test.each([
  "From 2011 to 2015, 2011-2015, 2011–2015 and 2011〜2015",
  "1,000,000 people, 1 000 000 people, 1.000.000 and 10,000,000,000 yen",
  "1 234 567 890 people and 2 345 678 901 others",
  "On 03-05-2011 120 people came; on 2024-05-03 12:30, too.",
  "paragraphs 3-5, ¶12, § 2.1.3, para. 10, 11 and 12",
  "第2巻第3号、段落3〜5、2024年5月3日、二〇一一年から二〇一五年",
  "人口は1億2000万人、1,000,000人、１２３，４５６，７８９円",
  "π is 3.1415926535, and 0.123456789 is less than 0.5",
  "100-0001, 50% @ 5pm, 3 for 10 @ 100円, meet @ home. We go.",
  "The bottom line: Japan decides. A LINE ID for every student, and voter ID: required.",
  "https://medium.com/@ada/0901234567 and https://example.com/?mail=a@b.example",
  "455 people, 5 ships, $5 and 100%",
])("[R36] %j has no contact details", (text) => {
  expect(hasContactDetails(text)).toBe(false);
});

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const separator = fc.constantFrom("-", " ", "", ".", "－", "ー");
const japanese = fc
  .tuple(fc.constantFrom("090", "080", "070", "050"), separator, digits(4), digits(4))
  .map(([first, sign, second, third]) => [first, second, third].join(sign));
const abroad = fc
  .tuple(fc.integer({ min: 30, max: 99 }), digits(4), fc.constantFrom(...["1", "23", "456"]))
  .map(([country, middle, last]) => `+${country} ${middle} ${last}7${middle}`);
const name = fc.string({ unit: fc.constantFrom(..."abcxyz_7"), minLength: 2, maxLength: 12 });
const handle = name.map((each) => `@a${each}`);
const mail = fc.tuple(name, name).map(([who, where]) => `${who}@w${where.replaceAll("_", "-")}.example`);
const around = fc.constantFrom("", "Call ", "連絡は", "see: ", "(");

test("[R36] telephone numbers, email addresses and handles are found within other words, in either width", () => {
  fc.assert(
    fc.property(
      ...([around, fc.oneof(japanese, abroad, handle, mail), fc.boolean()] as const),
      (before, detail, isWide) => {
        expect(hasContactDetails(`${before}${isWide ? fullWidth(detail) : detail} !`)).toBe(true);
      },
    ),
  );
});

const year = fc.integer({ min: 1000, max: 2100 }).map(String);
const amount = fc.bigInt({ min: 0n, max: 999_999_999_999_999n }).map((value) => value.toLocaleString("en"));
const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, "0"));
const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, "0"));
const harmless = fc.oneof(
  year,
  fc.tuple(year, fc.constantFrom("-", "–", "〜", " to "), year).map((parts) => parts.join("")),
  amount,
  amount.map((value) => `${value}円`),
  amount.map((value) => `$${value}.50`),
  fc.tuple(year, month, day).map((parts) => parts.join("-")),
  fc.tuple(day, month, year).map((parts) => parts.join("/")),
  fc.tuple(year, month, day).map(([y, m, d]) => `${y}年${m}月${d}日`),
  fc.double({ min: 0, max: 1_000, noNaN: true }).map((value) => value.toFixed(2)),
  fc.integer({ min: 1, max: 99 }).map((n) => `paragraph ${n}`),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([from, to]) => `¶${from}-${to}`),
  fc.nat(100).map((share) => `${share}%`),
);

test("[R36] years, dates, amounts and paragraphs in a row are no contact details, in either width", () => {
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 5 }), fc.boolean(), (all, isWide) => {
      const text = all.join(", ");
      expect([text, hasContactDetails(isWide ? fullWidth(text) : text)]).toEqual([text, false]);
    }),
  );
});
