import { expect, test } from "vitest";
import {
  besides,
  blankVersion,
  fieldsOf,
  gapsOf,
  versionOf,
} from "#app/instructor/versions/versions-form.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { misfitsOf } from "#debate/content/versions.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

const fields = fieldsOf(IN_VERSIONS, SIMPLE);

test("[X7] a version that fits has no gaps, and is stored as it was", () => {
  expect(gapsOf(IN_VERSIONS, fields)).toEqual([]);
  expect(versionOf(IN_VERSIONS, fields)).toEqual(SIMPLE);
  expect(versionOf(IN_VERSIONS, fieldsOf(IN_VERSIONS, JAPANESE))).toEqual(JAPANESE);
});

test("[X7] a new version has an empty text for each of the original's 2 and 1 paragraphs, and an id that is free", () => {
  const blank = blankVersion(IN_VERSIONS, [{ ...fields, id: "version-2" }], "New");
  expect(blank).toMatchObject({ id: "version-3", label: "New", lang: "en", for: ["", ""], against: [""] });
  expect(gapsOf(IN_VERSIONS, blank)).toEqual([
    { side: "for", paragraph: 1, expected: 2, found: 0 },
    { side: "for", paragraph: 2, expected: 1, found: 0 },
    { side: "against", paragraph: 1, expected: 1, found: 0 },
  ]);
});

test("[X7] beside an original with a paragraph less, the text that is too many stays until it is emptied", () => {
  const [position, other] = IN_VERSIONS.positions;
  const shorter = {
    ...IN_VERSIONS,
    positions: [
      { ...position, paragraphs: position.paragraphs.slice(0, 1) },
      other,
    ] as typeof IN_VERSIONS.positions,
  };
  const moved = besides(shorter, fields);
  expect(gapsOf(shorter, moved)).toEqual([{ side: "for", paragraph: 2, expected: 0, found: 1 }]);
  const emptied = { ...moved, for: [moved.for[0] ?? "", " "] };
  expect(gapsOf(shorter, emptied)).toEqual([]);
  expect(versionOf(shorter, emptied).for).toEqual([SIMPLE.for[0]]);
});

test("[X1] [D24] the page counts the sentences of Markdown as the server does: 3 in bold and plain, 2 in a list without full stops", () => {
  const [position, other] = IN_VERSIONS.positions;
  const original = ["**Germany pays. It always has.** Now it stops.", "- first\n- second"];
  const written = {
    ...IN_VERSIONS,
    format: "markdown" as const,
    positions: [
      { ...position, paragraphs: original.map((text, at) => ({ n: at + 1, text })) },
      other,
    ] as typeof IN_VERSIONS.positions,
  };
  const fitting = { ...SIMPLE, for: ["It pays. **It always did.** No more.", "* one\n* two"] };
  expect(gapsOf(written, fieldsOf(written, fitting))).toEqual([]);
  const short = { ...SIMPLE, for: ["**It pays. It stops.**", "one"] };
  const gaps = [
    { side: "for", paragraph: 1, expected: 3, found: 2 },
    { side: "for", paragraph: 2, expected: 2, found: 1 },
  ];
  expect(gapsOf(written, fieldsOf(written, short))).toEqual(gaps);
  const { versions = [], ...plain } = inPlainText({ ...written, versions: [fitting, short] });
  expect(versions.map((version) => misfitsOf({ ...plain }, version))).toEqual([
    [],
    gaps.map((gap) => ({ version: "simple", ...gap })),
  ]);
});
