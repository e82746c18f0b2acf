import { expect, test } from "vitest";
import {
  besides,
  blankVersion,
  fieldsOf,
  gapsOf,
  versionOf,
} from "#app/instructor/versions/versions-form.ts";
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
