import { describe, expect, test } from "vitest";
import { IMPORTED_RIGHTS } from "#debate/content/newsletter.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { codesOf, OWN_OPENINGS, openingsOf, read, wrapped } from "./newsletters.ts";

describe("other forms of the same newsletter", () => {
  const expected = read(OWN);
  const twoBlankLines = (text: string) => text.replace(/\n(?!\n)/g, "\n\n");

  test.each([
    ["CRLF", OWN.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${OWN}`],
    ["tabs and trailing spaces", OWN.replaceAll(" the ", "\tthe  ").replaceAll("\n", "  \n")],
    ["blank lines between all lines", twoBlankLines(OWN)],
    ["headings in capitals", OWN.replace(/^(?:From|About|Related) .*$/gm, (line) => line.toUpperCase())],
    [
      "other words for the headings",
      OWN.replace("From the Editor", "FROM THE EDITORS:").replace("About the Authors", "About the author"),
    ],
    ["Markdown", OWN.replace(/^(?:From|About|Related|Dr\.|Mr\.) .{3,20}$/gm, "## **$&**")],
    ["other numbering", OWN.replace("Vol. 4 Issue 2", "| Volume 4, Issue 2")],
    ["resolved in lower case", OWN.replace("RESOLVED: Marr", "Resolved : Marr")],
    ["the resolution below its word", OWN.replace("RESOLVED: Marr", "RESOLVED:\n\nMarr")],
    [
      "the resolution below From the Editor",
      `${OWN.replace(/^.*\n/, "").replace("From the Editor\n", "From the Editor\n\nRESOLVED: Marrowby Should Close Its Old Harbor to Cruise Ships\n")}`,
    ],
  ])("[N3] [N4] %s changes nothing", (_, text) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([64, 72, 80])("[N9] lines wrapped at %i columns are joined", (width) => {
    const text = wrapped(OWN.replace(/([.”])\n(?=\p{L})/gu, "$1\n\n"), width);
    expect(openingsOf(text)).toEqual(OWN_OPENINGS);
    expect(read(text).draft.introduction).toBe(expected.draft.introduction);
    expect(read(text).draft.positions.map(({ paragraphs }) => paragraphs)).toEqual(
      expected.draft.positions.map(({ paragraphs }) => paragraphs),
    );
  });

  test("[N9] wrapped lines with no blank line between paragraphs part at short lines, with a warning", () => {
    const position = "Mr. Tomas Everard\nFellow, Larkmoor Center\n\n";
    const [before = "", rest = ""] = OWN.split(position);
    const at = rest.indexOf("About the Authors");
    const lines =
      "This first paragraph is wrapped at some sixty columns and then\nit stops.\nThe second one is wrapped at the same width as the first one,\nand it ends here.\n";
    const text = `${before}${position}${lines}\n${rest.slice(at)}`;
    expect(read(text).draft.positions[1].paragraphs).toHaveLength(2);
    expect(read(text).warnings).toContainEqual({ code: "paragraphs-unsure", place: "against" });
  });

  test("[N9] a hyphen at a line's end stays, with a warning", () => {
    const text = OWN.replace(
      "A town that sends its customers away",
      "A town in the south-\nwest that sends its customers away",
    );
    expect(read(text).draft.positions[1].paragraphs[0]?.text).toContain("the south-west that");
    expect(read(text).warnings).toContainEqual({ code: "hyphen-kept", place: "against", word: "south-west" });
  });

  test("[N5] RESOLVED without a colon is accepted, with a warning", () => {
    const { draft, warnings } = read(OWN.replace("RESOLVED:", "RESOLVED"));
    expect(draft.resolution).toBe(expected.draft.resolution);
    expect(warnings.map(({ code }) => code)).toContain("resolution-unsure");
  });

  test.each(["‘RESOLVED: $’", "'RESOLVED: $'", "RESOLVED: ‘$’", "“RESOLVED: $”", "‘RESOLVED’: $"])(
    "[N5] quotation marks around %j are no part of the resolution",
    (form) => {
      const { resolution } = expected.draft;
      expect(read(OWN.replace(`RESOLVED: ${resolution}`, form.replace("$", resolution))).draft).toEqual(
        expected.draft,
      );
    },
  );

  test("[N5] an apostrophe at its end stays", () => {
    const { draft } = read(OWN.replace("to Cruise Ships", "for the Pilots’"));
    expect(draft.resolution).toBe("Marrowby Should Close Its Old Harbor for the Pilots’");
  });

  test.each([
    ["Vol. 4 Issue 2\nMarch 2019", "2019-03"],
    ["Vol. 4 Issue 2 (March 5, 2019)", "2019-03-05"],
    ["Vol. 4 Issue 2\n\nPublished 5 March 2019", "2019-03-05"],
    ["Vol. 4 Issue 2 | 2019-03-05", "2019-03-05"],
    ["Vol. 4 Issue 2, Sept. 2019", "2019-09"],
    ["Vol. 4 Issue 2\nMay 2019", "2019-05"],
  ])("[N6] the date of %j", (line, date) => {
    const { draft, warnings } = read(OWN.replace("Vol. 4 Issue 2", line));
    expect(draft).toMatchObject({ series: "Debating the Coast", volume: 4, issue: 2, date });
    expect(warnings.map(({ code }) => code)).not.toContain("no-date");
  });

  test("[N6] a month's letters within another word are no date", () => {
    expect(read(OWN.replace("Vol. 4 Issue 2", "Vol. 4 Issue 2 Marrowby 2019")).draft).not.toHaveProperty(
      "date",
    );
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

  test("[N7] name and role on one line, a degree, and a list of names in the introduction", () => {
    const oneLine = OWN.replace("Mr. Tomas Everard\nFellow", "Tomas Everard, PhD, Fellow");
    expect(read(oneLine).draft.positions[1].expert).toMatchObject({
      name: "Tomas Everard, PhD",
      role: "Fellow",
    });
    const listed = OWN.replace(
      "their answers.",
      "their answers.\n\nDr. Marisol Quintero\n\nMr. Tomas Everard\n",
    );
    expect(openingsOf(listed)).toEqual(OWN_OPENINGS);
  });

  describe("[N7] set apart by blank lines, behind a courtesy title and a name", () => {
    const HEADING = "Mr. Tomas Everard\nFellow, Larkmoor Center";
    const FIRST =
      "Dr. Marisol Quintero\nDirector, Coastal Economics Unit, Institute for Harbor Studies (IHS)";
    const LOOSE = OWN.replace(HEADING, "Mr. Tomas Everard, former minister of defense");
    const namesIn = (text: string) => read(text).draft.positions.map(({ expert }) => expert.name);

    test.each([
      ["Mr. Tomas Everard, senior fellow, LC", "senior fellow", "LC"],
      ["Mr. Tomas Everard, former minister of defense", "former minister of defense", undefined],
      ["Prof. Tomas Everard, MIT", "MIT", undefined],
      ["Mr. Tomas Everard — pilot (ret.)", "pilot (ret.)", undefined],
      ["Mr. Tomas Everard (ret.)", "ret.", undefined],
      ["Mr. Tomas Everard (ret.), former pilot, LC", "ret., former pilot", "LC"],
      [HEADING.replace("\n", " (ret.)\n"), "ret., Fellow", "Larkmoor Center"],
    ])("any role is one, with a remark: %j", (heading, role, institution) => {
      const text = OWN.replace(HEADING, heading);
      const { expert } = read(text).draft.positions[1];
      expect(expert).toMatchObject({ name: "Tomas Everard", role });
      expect(expert.institution).toBe(institution);
      expect(codesOf(text).filter((code) => code === "role-unsure" || code === "expert-unsure")).toEqual([
        "role-unsure",
      ]);
      expect(openingsOf(text)).toEqual(OWN_OPENINGS);
    });

    test("also of both experts, and where the introduction lists them", () => {
      const both = LOOSE.replace(FIRST, "Dr. Marisol Quintero, head of harbor studies");
      expect(openingsOf(both)).toEqual(OWN_OPENINGS);
      const list = "Dr. Marisol Quintero, head of harbor studies\n\nMr. Tomas Everard, former minister";
      expect(openingsOf(both.replace("their answers.", `their answers.\n\n${list}\n`))).toEqual(OWN_OPENINGS);
    });

    test.each([
      "Mr. Abe, who closed the harbor in 2012, was right.",
      "Mr. Abe, who closed the harbor in 2012",
      "Mr. Abe, the former mayor, was right.",
      "Mr. Abe, the former mayor, beside Mr. Suga",
      "Mr. Abe, in his own words:",
      "Mr. Abe (the mayor) closed the harbor in 2012",
      "Mr. Abe, former mayor\nof Marrowby, closed it",
    ])("a line of a text is no heading: %j", (line) => {
      const text = LOOSE.replace("Start with the figures", `${line}\n\nStart with the figures`);
      expect(namesIn(text)).toEqual(["Marisol Quintero", "Tomas Everard"]);
    });

    test("nothing is read so where two experts are known without it", () => {
      const text = OWN.replace("Start with the figures", "Mr. Abe, former mayor\n\nStart with the figures");
      expect(namesIn(text)).toEqual(["Marisol Quintero", "Tomas Everard"]);
      expect(read(text).draft.positions[1].paragraphs[1]?.text).toBe("Mr. Abe, former mayor");
    });
  });

  test("[N11] a role that does not show its institution is a warning", () => {
    const role = (line: string) => {
      const { draft, warnings } = read(OWN.replace("Fellow, Larkmoor Center", line));
      const { expert } = draft.positions[1];
      return [expert.role, expert.institution, warnings.some(({ code }) => code === "role-unsure")];
    };
    expect(role("Fellow, Brightwater")).toEqual(["Fellow", "Brightwater", true]);
    expect(role("Harbor Pilot")).toEqual(["Harbor Pilot", undefined, true]);
    expect(role("Professor, University of Aude, Larkmoor")).toEqual([
      "Professor",
      "University of Aude, Larkmoor",
      true,
    ]);
    expect(role("Director,\nSchool of Ports, University of Aude")).toEqual([
      "Director, School of Ports",
      "University of Aude",
      true,
    ]);
    expect(codesOf(OWN.replace("Fellow, Larkmoor Center\n", ""))).toContain("no-role");
  });

  test("[N12] a biography of someone else, and one that continues without a pronoun, are warnings", () => {
    const stranger = OWN.replace("Dr. Marisol QUINTERO leads", "Jonas Blackwood leads");
    expect(codesOf(stranger)).toEqual(expect.arrayContaining(["biography-unmatched", "no-biography"]));
    expect(codesOf(OWN.replace("She studied", "Harbor studies were taken"))).toContain("biography-unsure");
  });

  test("[N15] unknown lines above the introduction are listed", () => {
    const text = OWN.replace("From the Editor", "A paper of the coast people\n\nFrom the Editor");
    expect(read(text).warnings).toContainEqual({ code: "left-out", text: "A paper of the coast people" });
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
