import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { japaneseName, japaneseRole, sideHeading } from "#debate/content/newsletter-japanese.ts";
import { codesOf, read } from "./newsletters.ts";

const JAPANESE = readFileSync("tests/fixtures/newsletter-japanese.txt", "utf8");
const experts = (text: string) => read(text).draft.positions.map(({ expert }) => expert);

describe("a newsletter in Japanese", () => {
  const { draft, warnings } = read(JAPANESE);
  const [first, second] = draft.positions;

  test("[E6] [E8] language, resolution, series, numbers and date", () => {
    const { lang, resolution, series, volume, issue, date } = draft;
    expect({ lang, resolution, series, volume, issue, date }).toEqual({
      lang: "ja",
      resolution: "浜名浦市は旧港へのクルーズ船の入港をやめるべきである",
      series: "港町ディベート",
      volume: 4,
      issue: 2,
      date: "2024-05-03",
    });
  });

  test("[E8] 肯定側 is for, although it comes second; names, honorifics, roles and institutions", () => {
    expect(first).toMatchObject({
      side: "for",
      expert: { name: "佐々木 恵子", role: "沿岸経済室長", institution: "港湾研究所" },
    });
    expect(second).toMatchObject({
      side: "against",
      expert: { name: "江藤 友三郎", honorific: "氏", role: "教授", institution: "北浜大学経済学部" },
    });
  });

  test("[E8] a paragraph begins at each wide space; one that continues after a quotation is no quotation", () => {
    expect(first.paragraphs.map(({ text }) => text.slice(0, 8))).toEqual([
      "旧港《きゅうこう",
      "船が一隻入るたび",
      "第三に、港は町の",
    ]);
    expect(second.paragraphs).toEqual([
      { n: 1, text: "「やめればよい。」と言うのは易しい。だが、客を追い返す町は、やがて店も失う。" },
      { n: 2, text: "騒音の問題は、陸上電力で解決できる。ラークムア港では、すでに八割の船が使っている。" },
    ]);
    expect(draft.introduction).toMatch(/^浜名浦の.*もいる。\n\n今号では.*聞いた。$/);
  });

  test("[E8] biographies, editor, resources and rights", () => {
    expect(first.expert.biography).toBe(
      "佐々木恵子氏は、港湾研究所の沿岸経済室長。専門は港湾の経済学。\n\n同氏は2016年から浜名浦市の審議会の委員を務める。",
    );
    expect(second.expert.biography).toBe("江藤友三郎氏は北浜大学教授。著書に『港と町』がある。");
    expect(draft.editor?.name).toBe("高野優香");
    expect(draft.resources).toEqual([
      { label: "港湾研究所：2011年以降の乗客数", url: "https://harbor.example/counts" },
      { label: "浜名浦市「港の憲章」（1888年）" },
    ]);
    expect(draft.related).toEqual([{ label: "第4巻第1号：灯台は売却すべきである", date: "2023-05" }]);
    expect(draft.rights).toMatch(/^授業で使うために.*© 2024 港町の会$/);
  });

  test("[N15] the order of the sides is all that it asks about", () => {
    expect(warnings).toEqual([{ code: "sides-follow-order", for: "佐々木 恵子", against: "江藤 友三郎" }]);
  });

  test.each([
    ["【論題】", "論題："],
    ["決議：", "論題："],
    ["論題\n", "論題："],
    ["RESOLVED：", "論題："],
  ])("[E8] the resolution behind %j", (word, usual) => {
    expect(read(JAPANESE.replace(usual, word)).draft.resolution).toBe(draft.resolution);
  });

  test.each(["論題：", "論題　", "【論題】\n", "論題\n\n"])(
    "[E8] a resolution that is a whole sentence behind %j",
    (word) => {
      const sentence = `${draft.resolution}。`;
      const text = JAPANESE.replace(`論題：${draft.resolution}`, `${word}${sentence}`);
      expect(read(text).draft.resolution).toBe(sentence);
    },
  );

  test("[E8] a title in 「」 is the resolution of a text without 論題, with a warning", () => {
    const text = JAPANESE.replace(`論題：${draft.resolution}`, `「${draft.resolution}」`);
    expect(read(text).draft.resolution).toBe(draft.resolution);
    expect(codesOf(text)).toContain("resolution-unsure");
  });

  test("[E8] 賛成 and 反対 alone on a line, with names that only the biographies confirm", () => {
    const text = JAPANESE.replace("否定側：江藤 友三郎氏", "■反対\n江藤 友三郎").replace(
      "肯定側",
      "■賛成意見",
    );
    expect(experts(text)).toMatchObject([{ name: "佐々木 恵子" }, { name: "江藤 友三郎", role: "教授" }]);
    expect(codesOf(text)).toEqual(["sides-follow-order"]);
  });

  test.each([
    ["〈否定側〉\n江藤 友三郎氏", "《肯定側》"],
    ["１　否定側の立論\n江藤 友三郎氏", "２．肯定側の立論"],
    ["否定（江藤 友三郎・北浜大学教授）", "肯定"],
  ])("[E8] the experts under %j and %j", (against, inFavor) => {
    const text = JAPANESE.replace("否定側：江藤 友三郎氏", against).replace("肯定側", inFavor);
    expect(experts(text)).toMatchObject([
      { name: "佐々木 恵子" },
      { name: "江藤 友三郎", role: "教授", institution: expect.stringContaining("北浜大学") },
    ]);
  });

  test("[E8] without headings for the sides, by courtesy titles, and the first is for", () => {
    const text = JAPANESE.replace("否定側：", "")
      .replace("肯定側\n", "")
      .replace("佐々木 恵子（", "佐々木 恵子先生（");
    expect(experts(text)).toMatchObject([
      { name: "江藤 友三郎" },
      { name: "佐々木 恵子", honorific: "先生" },
    ]);
  });

  test("[E8] a side without a name is a position all the same, with a warning", () => {
    const text = JAPANESE.replace(/佐々木 恵子（.*\n/, "");
    expect(experts(text)[0]).toMatchObject({ name: "肯定側" });
    expect(codesOf(text)).toContain("expert-unsure");
  });

  test("[N9] lines wrapped at 30 characters are joined without spaces", () => {
    const wrapped = JAPANESE.replace(/^(?=　)/gm, "\n").replace(/.{30}(?=.{4})/gu, "$&\n");
    const [against] = read(wrapped).draft.positions.slice(1);
    expect(against?.paragraphs).toEqual(second.paragraphs);
  });
});

test.each([
  ["兵藤慎治氏", "兵藤慎治", "氏", ""],
  ["兵藤 慎治 教授", "兵藤 慎治", undefined, "教授"],
  ["兵藤慎治（防衛研究所 政策研究部長）", "兵藤慎治", undefined, "防衛研究所 政策研究部長"],
  ["防衛研究所 政策研究部長　兵藤慎治 氏", "兵藤慎治", "氏", "防衛研究所 政策研究部長"],
  ["ドミトリー・トレーニン氏", "ドミトリー・トレーニン", "氏", ""],
  ["佐々木さくら 客員研究員", "佐々木さくら", undefined, "客員研究員"],
])("[E8] the name in %j", (line, name, honorific, role) => {
  expect(japaneseName(line.replaceAll("　", " "))).toEqual({
    name,
    ...(honorific && { honorific }),
    role,
    courteous: true,
  });
});

test.each(["東京大学 教授", "港は町の記憶である", "はじめに", "", "第三に、港は町の記憶である"])(
  "[E8] %j is no name",
  (line) => {
    expect(japaneseName(line)).toBeUndefined();
  },
);

test("[E8] institution and role without a space between them; without one of them it is not sure", () => {
  expect(japaneseRole("東京大学大学院法学研究科教授")).toEqual({
    institution: "東京大学大学院法学研究科",
    role: "教授",
    sure: true,
  });
  expect(japaneseRole("作家")).toEqual({ role: "作家", sure: false });
});

test("[E8] a heading that says the side, and words that only begin like one", () => {
  expect(sideHeading("肯定側の立場：兵藤氏")).toEqual({ side: "for", rest: "兵藤氏" });
  expect(sideHeading("反対（兵藤氏）")).toEqual({ side: "against", rest: "兵藤氏" });
  expect(sideHeading("反対する人は多い")).toBeUndefined();
});
