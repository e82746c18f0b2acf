import { describe, expect, test } from "vitest";
import { SEED } from "#tests/support/newsletter.ts";
import { codesOf, read, wrapped } from "./newsletters.ts";

describe.skipIf(!SEED)("the real newsletter", () => {
  const text = SEED ?? "";

  test("[N5] [N6] [N7] [N8] what it is and who argues", () => {
    const { draft } = read(text);
    expect(draft).toMatchObject({
      resolution: "Japan Could Play the Russia Card Against China",
      series: "Debating Japan",
      volume: 2,
      issue: 3,
      editor: { name: "Yuka Koshino" },
    });
    expect(
      draft.positions.map(({ side, expert: { biography: _, ...expert } }) => ({ side, ...expert })),
    ).toEqual([
      {
        side: "for",
        honorific: "Mr.",
        name: "Shinji Hyodo",
        role: "Director, Regional Studies Department",
        institution: "National Institute for Defense Studies (NIDS)",
      },
      {
        side: "against",
        honorific: "Dr.",
        name: "Dmitri Trenin",
        role: "Director",
        institution: "Carnegie Moscow Center",
      },
    ]);
  });

  test("[N9] [N10] seven paragraphs for Hyodo, the first a quotation, and seven for Trenin", () => {
    const [hyodo, trenin] = read(text).draft.positions;
    expect(hyodo.paragraphs).toHaveLength(7);
    expect(hyodo.paragraphs.flatMap(({ n, quoted }) => (quoted ? [n] : []))).toEqual([1]);
    expect(hyodo.paragraphs.at(-1)?.text).toMatch(/^In Japan, .* accept that decision\.$/);
    expect(trenin.paragraphs).toHaveLength(7);
    expect(trenin.paragraphs[0]?.text).toMatch(/^Forget it\..* as follows\.$/);
  });

  test("[N12] [N13] biographies, three resources, four other resolutions", () => {
    const { positions, resources, related } = read(text).draft;
    expect(positions[0].expert.biography).toMatch(/^Mr\. Shinji HYODO is .*\n\nHe learned .* studies\.$/s);
    expect(positions[1].expert.biography).toMatch(/^Dmitri Trenin, director .* Sciences\.$/);
    expect(resources).toHaveLength(3);
    expect(related.map(({ date }) => date)).toEqual(["2019-02", "2019-01", "2018-12", "2018-11"]);
    expect(related[0]?.label).toBe("Vol. 2, Issue 2: A U.S.-DPRK Peace Declaration Is Good for Japan");
  });

  test("[N15] six warnings: the sides, the date that it does not print, four halves of quotation marks", () => {
    expect(codesOf(text)).toEqual(["sides-follow-order", "no-date", ...Array(4).fill("quotes-cleaned")]);
  });

  test("[N9] the same paragraphs when it is wrapped as e-mail", () => {
    const spaced = text.replace(/([.”])\s*\n(?=\p{L})/gu, "$1\n\n");
    const paragraphsOf = (printed: string) =>
      read(printed).draft.positions.map(({ paragraphs }) => paragraphs);
    for (const width of [66, 72, 80]) {
      const mail = wrapped(spaced, width);
      expect(paragraphsOf(mail)).toEqual(paragraphsOf(text));
      expect(read(mail).draft.related).toEqual(read(text).draft.related);
    }
  });
});
