import { describe, expect, test } from "vitest";
import { IMPORTED_RIGHTS } from "#debate/content/newsletter.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { codesOf, OWN_OPENINGS, openingsOf, read, wrapped } from "./newsletters.ts";

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
    expect(role("Director,\nSchool of Ports, University of Aude")).toEqual([
      "Director, School of Ports",
      "University of Aude",
      true,
    ]);
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
      expect.arrayContaining([
        "no-series",
        "no-volume",
        "no-issue",
        "no-date",
        "introduction-unsure",
        "no-editor",
      ]),
    );
  });

  test("[N16] a copyright line goes to the rights", () => {
    const { draft } = read(`${OWN}\n\n© 2023 Coast People. All rights reserved.`);
    expect(draft.rights).toBe(`${IMPORTED_RIGHTS} © 2023 Coast People. All rights reserved.`);
    expect(draft.editor).toEqual(expected.draft.editor);
  });
});
