import { describe, expect, test } from "vitest";
import { DebateDraft } from "#debate/content/debate.ts";
import { IMPORTED_RIGHTS } from "#debate/content/newsletter.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";
import { codesOf, OWN_OPENINGS, openingsOf, read, wrapped } from "./newsletters.ts";

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

describe("other forms of the same newsletter", () => {
  const expected = read(OWN);

  test.each([
    ["CRLF", OWN.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${OWN}`],
    ["headings in capitals", OWN.replace(/^(?:From|About|Related) .*$/gm, (line) => line.toUpperCase())],
    [
      "other words for the headings",
      OWN.replace("From the Editor", "FROM THE EDITORS:").replace("About the Authors", "About the author"),
    ],
    ["Markdown", OWN.replace(/^(?:From|About|Related|Dr\.|Mr\.) .{3,20}$/gm, "## **$&**")],
    ["other numbering", OWN.replace("Vol. 4 Issue 2", "| Volume 4, Issue 2")],
    ["the resolution below its word", OWN.replace("RESOLVED: Marr", "RESOLVED:\n\nMarr")],
    [
      "the resolution below From the Editor",
      `${OWN.replace(/^.*\n/, "").replace("From the Editor\n", "From the Editor\n\nRESOLVED: Marrowby Should Close Its Old Harbor to Cruise Ships\n")}`,
    ],
  ])("[N3] [N4] %s changes nothing", (_, text) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([64, 80])("[N9] lines wrapped at %i columns are joined", (width) => {
    const text = wrapped(OWN.replace(/([.”])\n(?=\p{L})/gu, "$1\n\n"), width);
    expect(openingsOf(text)).toEqual(OWN_OPENINGS);
    expect(read(text).draft.introduction).toBe(expected.draft.introduction);
    expect(read(text).draft.positions.map(({ paragraphs }) => paragraphs)).toEqual(
      expected.draft.positions.map(({ paragraphs }) => paragraphs),
    );
  });

  test("[N5] RESOLVED without a colon is accepted, with a warning", () => {
    const { draft, warnings } = read(OWN.replace("RESOLVED:", "RESOLVED"));
    expect(draft.resolution).toBe(expected.draft.resolution);
    expect(warnings.map(({ code }) => code)).toContain("resolution-unsure");
  });

  test.each([
    ["Vol. 4 Issue 2\nMarch 2019", "2019-03"],
    ["Vol. 4 Issue 2 (March 5, 2019)", "2019-03-05"],
    ["Vol. 4 Issue 2 | 2019-03-05", "2019-03-05"],
  ])("[N6] the date of %j", (line, date) => {
    const { draft, warnings } = read(OWN.replace("Vol. 4 Issue 2", line));
    expect(draft).toMatchObject({ series: "Debating the Coast", volume: 4, issue: 2, date });
    expect(warnings.map(({ code }) => code)).not.toContain("no-date");
  });

  test("[N7] experts without a title are recognized by the biographies, and without those by their layout", () => {
    const plain = OWN.replace("Dr. Marisol Quintero\n", "Marisol Quintero\n").replace("Mr. Tomas", "Tomas");
    expect(read(plain).draft.positions.map(({ expert }) => expert.name)).toEqual([
      "Marisol Quintero",
      "Tomas Everard",
    ]);
    expect(codesOf(plain)).not.toContain("expert-unsure");
    const bare = plain.replace(/About the Authors.*(?=Related Resources)/s, "");
    expect(openingsOf(bare)).toEqual(OWN_OPENINGS);
    expect(codesOf(bare).filter((code) => code === "expert-unsure" || code === "no-biography")).toHaveLength(
      4,
    );
  });

  test("[N11] a role that does not show its institution is a warning", () => {
    const role = (line: string) => {
      const { draft, warnings } = read(OWN.replace("Fellow, Larkmoor Center", line));
      const { expert } = draft.positions[1];
      return [expert.role, expert.institution, warnings.some(({ code }) => code === "role-unsure")];
    };
    expect(role("Fellow, Brightwater")).toEqual(["Fellow", "Brightwater", true]);
    expect(role("Harbor Pilot")).toEqual(["Harbor Pilot", undefined, true]);
    expect(codesOf(OWN.replace("Fellow, Larkmoor Center\n", ""))).toContain("no-role");
  });

  test("[N15] without headings, series, editor and resources it still reads, and says what it lacks", () => {
    const at = OWN.indexOf("Related Resources");
    const text = OWN.slice(0, at)
      .replace("From the Editor\n", "")
      .replace(/^Debating.*\n/m, "");
    expect(openingsOf(text)).toEqual(OWN_OPENINGS);
    expect(read(text).draft.introduction).toBe(expected.draft.introduction);
    expect(codesOf(text)).toEqual(
      expect.arrayContaining(["no-series", "no-volume", "no-issue", "introduction-unsure", "no-editor"]),
    );
  });

  test("[N16] a copyright line goes to the rights", () => {
    const { draft } = read(`${OWN}\n\n© 2023 Coast People. All rights reserved.`);
    expect(draft.rights).toBe(`${IMPORTED_RIGHTS} © 2023 Coast People. All rights reserved.`);
    expect(draft.editor).toEqual(expected.draft.editor);
  });
});
