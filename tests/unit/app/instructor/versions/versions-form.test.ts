import { beforeEach, expect, test, vi } from "vitest";
import { beginning, draftOver, takeVersions } from "#app/instructor/versions/versions-draft.ts";
import { besides, fieldsOf, gapsOf, versionOf } from "#app/instructor/versions/versions-form.ts";
import { keepDraft, tabDraftName } from "#app/shared/storage/drafts.ts";
import { inPlainText } from "#debate/content/plain-debate.ts";
import { misfitsOf } from "#debate/content/versions.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

const fields = fieldsOf(IN_VERSIONS, SIMPLE);

test("[X7] a version that fits has no gaps, and is stored as it was", () => {
  expect(gapsOf(IN_VERSIONS, fields)).toEqual([]);
  expect(versionOf(IN_VERSIONS, fields)).toEqual(SIMPLE);
  expect(versionOf(IN_VERSIONS, fieldsOf(IN_VERSIONS, JAPANESE))).toEqual(JAPANESE);
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

beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("sessionStorage", new BrowserStorage());
});

const BEGUN = { debate: { ...IN_VERSIONS, versions: [SIMPLE] }, etag: '"then"' };
/** A colleague has saved another resolution and a version since. */
const NOW = {
  debate: { ...IN_VERSIONS, resolution: "Newer", versions: [SIMPLE, JAPANESE] },
  etag: '"now"',
};
const mine = [{ ...fieldsOf(IN_VERSIONS, SIMPLE), label: "Mine" }];

test("[X7, D11] a draft after a reload is still saved over the version that it was begun with", () => {
  const name = tabDraftName("versions.a");
  keepDraft(name, draftOver("me", BEGUN, mine));
  const { base, all } = beginning(NOW, takeVersions("a", name, "me"));
  expect(base.etag).toBe('"then"');
  expect(base.debate.versions).toEqual([SIMPLE]);
  expect(base.debate.resolution).toBe("Newer");
  expect(all).toEqual(mine);
});
