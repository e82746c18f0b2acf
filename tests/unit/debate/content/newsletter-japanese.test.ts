import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sideHeading } from "#debate/content/newsletter-japanese.ts";
import { read } from "./newsletters.ts";

const JAPANESE = readFileSync("tests/fixtures/newsletter-japanese.txt", "utf8");

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

  test("[N9] lines wrapped at 30 characters are joined without spaces", () => {
    const wrapped = JAPANESE.replace(/^(?=　)/gm, "\n").replace(/.{30}(?=.{4})/gu, "$&\n");
    const [against] = read(wrapped).draft.positions.slice(1);
    expect(against?.paragraphs).toEqual(second.paragraphs);
  });
});

test("[E8] a heading that says the side, and words that only begin like one", () => {
  expect(sideHeading("肯定側の立場：兵藤氏")).toEqual({ side: "for", rest: "兵藤氏" });
  expect(sideHeading("反対（兵藤氏）")).toEqual({ side: "against", rest: "兵藤氏" });
  expect(sideHeading("反対する人は多い")).toBeUndefined();
});
