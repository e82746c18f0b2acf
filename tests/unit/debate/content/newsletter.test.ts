import { describe, expect, test } from "vitest";
import { DebateDraft } from "#debate/content/debate.ts";
import { IMPORTED_RIGHTS } from "#debate/content/newsletter.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";
import { OWN_OPENINGS, openingsOf, read } from "./newsletters.ts";

describe("our own newsletter", () => {
  const { draft, warnings } = read(OWN);
  const [first, second] = draft.positions;

  test("[N5] [N6] resolution, series and numbers; no date is made up", () => {
    const { resolution, series, volume, issue } = draft;
    expect({ resolution, series, volume, issue }).toEqual({
      resolution: "Marrowby Should Close Its Old Harbor to Cruise Ships",
      series: "Debating the Coast",
      volume: 4,
      issue: 2,
    });
    expect(draft).not.toHaveProperty("date");
    expect(DebateDraft.parse(draft)).toEqual(draft);
  });

  test("[N7] [N8] [N11] two experts, the first for, with role and institution", () => {
    expect(first).toMatchObject({
      side: "for",
      expert: {
        name: "Marisol Quintero",
        honorific: "Dr.",
        role: "Director, Coastal Economics Unit",
        institution: "Institute for Harbor Studies (IHS)",
      },
    });
    expect(second).toMatchObject({
      side: "against",
      expert: { name: "Tomas Everard", honorific: "Mr.", role: "Fellow", institution: "Larkmoor Center" },
    });
  });

  test("[N9] [N10] single-line and blank-line paragraphs in one position, the first a quotation", () => {
    expect(openingsOf(OWN)).toEqual(OWN_OPENINGS);
    expect(first.paragraphs.map(({ quoted }) => quoted ?? false)).toEqual([true, false, false, false, false]);
    expect(second.paragraphs.some(({ quoted }) => quoted)).toBe(false);
  });

  test("[N12] biographies by surname, in capitals or not, with their further paragraphs", () => {
    expect(first.expert.biography).toMatch(/^Dr\. Marisol QUINTERO leads .*\n\nShe studied .* 2016\.$/s);
    expect(second.expert.biography).toMatch(/^Tomas Everard, fellow .* lighthouse\.$/);
  });

  test("[N13] resources with their links, other resolutions with their dates", () => {
    expect(draft.resources).toEqual([
      {
        label: "Institute for Harbor Studies: passenger counts since 2011",
        url: "https://harbor.example/counts",
      },
      { label: "Town of Marrowby, the Harbor Charter of 1888" },
      { label: "Larkmoor Center’s resources on shore power", url: "http://larkmoor.example/power" },
    ]);
    expect(draft.related).toEqual([
      { label: "Vol. 4, Issue 1: Lighthouses Should Be Sold", date: "2023-05" },
      { label: "Vol. 3, Issue 2: Herring Quotas Have Failed", date: "2022-11" },
      { label: "Vol. 3, Issue 1: The Coast Path Is Worth Its Price" },
    ]);
  });

  test("[N14] [N16] editor and rights", () => {
    expect(draft.editor?.name).toBe("Ingrid Solheim");
    expect(draft.editor?.biography).toMatch(/^Ingrid Solheim is the editor .* College\.$/);
    expect(draft.rights).toBe(IMPORTED_RIGHTS);
    expect(draft.introduction).toMatch(/^For two centuries .*away\?\n\nIn this issue .* answers\.$/);
  });

  test("[N15] warnings where it was not sure, and no others", () => {
    expect(warnings).toEqual([
      { code: "sides-follow-order", for: "Marisol Quintero", against: "Tomas Everard" },
      { code: "no-date" },
      { code: "uneven-quotes", place: "against", paragraph: 4 },
      { code: "quotes-cleaned", label: "Vol. 4, Issue 1: Lighthouses Should Be Sold" },
      { code: "quotes-cleaned", label: "Vol. 3, Issue 2: Herring Quotas Have Failed" },
      { code: "related-no-date", label: "Vol. 3, Issue 1: The Coast Path Is Worth Its Price" },
    ]);
  });
});

test.skipIf(!SEED)(
  "[N5] [N7] [N9] [N10] [N15] the real newsletter has its two experts with seven paragraphs each",
  () => {
    const { draft, warnings } = read(SEED ?? "");
    expect(draft).toMatchObject({
      resolution: "Japan Could Play the Russia Card Against China",
      volume: 2,
      issue: 3,
    });
    expect(draft.positions.map(({ expert }) => expert.name)).toEqual(["Shinji Hyodo", "Dmitri Trenin"]);
    for (const { paragraphs } of draft.positions) expect(paragraphs).toHaveLength(7);
    expect(draft.positions[0].paragraphs.flatMap(({ n, quoted }) => (quoted ? [n] : []))).toEqual([1]);
    expect(warnings.map(({ code }) => code)).toEqual([
      ...["sides-follow-order", "no-date", ...Array(4).fill("quotes-cleaned")],
    ]);
  },
);
