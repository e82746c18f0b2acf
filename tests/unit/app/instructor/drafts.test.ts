import { beforeEach, expect, test, vi } from "vitest";
import { forgetDebate } from "#app/instructor/debate-drafts.ts";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { begin } from "#app/instructor/editor/versions/set-aside.ts";
import {
  forgetAllDrafts,
  keepDraft,
  storedDraft,
  tabDraftName,
  takeDraft,
} from "#app/shared/storage/drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

let now = 0;
beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.spyOn(Date, "now").mockImplementation(() => ++now);
  vi.stubGlobal("sessionStorage", new BrowserStorage());
});

const form = formOf(BUILT_IN_DEBATE, true);
const CURRENT = { debate: BUILT_IN_DEBATE, etag: '"now"' };
const draftBy = (by: string, etag = '"then"') => ({
  v: 1,
  saved: JSON.stringify(BUILT_IN_DEBATE),
  etag,
  by,
  form: { ...form, resolution: `by ${by}` },
});

test("[D12] a tab without a draft takes over the newest that another one left, and none of another debate", () => {
  for (const name of ["a", "a.old", "ab.newest", "a.new"]) keepDraft(name, { from: name });
  const own = tabDraftName("a");
  expect(takeDraft("a", own)).toMatchObject({ from: "a.new" });
  expect([storedDraft("a.new"), storedDraft("a.old")]).toMatchObject([null, { from: "a.old" }]);
  expect(storedDraft(own)).toMatchObject({ from: "a.new" });
  forgetAllDrafts("a");
  expect([storedDraft(own), storedDraft("a.old"), storedDraft("a")]).toEqual([null, null, null]);
  expect(storedDraft("ab.newest")).toMatchObject({ from: "ab.newest" });
});

test("[D12] a draft is saved over the version that it started from, and one without a version over none", () => {
  keepDraft("a", draftBy("grace"));
  expect(begin("a", "grace", CURRENT)).toMatchObject({ isRestored: true, base: { etag: '"then"' } });
  forgetAllDrafts("a");
  const { etag: _, ...without } = draftBy("grace");
  keepDraft("a", without);
  expect(begin("a", "grace", CURRENT)?.base).toEqual(CURRENT);
  const changed = { ...CURRENT, debate: { ...BUILT_IN_DEBATE, resolution: "Saved since" } };
  expect(begin("a", "grace", changed)?.base.etag).toBe('"unknown"');
  forgetAllDrafts("a");
  expect(begin("a", "grace", CURRENT)).toMatchObject({ isRestored: false, base: CURRENT });
});

test("[D22] an unfinished debate that was deleted goes on as one, and one that was finished meanwhile does not", () => {
  keepDraft("a", { ...draftBy("grace"), draft: true });
  expect(begin("a", "grace", CURRENT)?.base.draft).toBeUndefined();
  expect(begin("a", "grace", { ...CURRENT, draft: true })?.base.draft).toBe(true);
  expect(begin("a", "grace", null)?.base.draft).toBe(true);
  forgetAllDrafts("a");
  keepDraft("a", draftBy("grace"));
  expect(begin("a", "grace", null)?.base.draft).toBeUndefined();
});

test("[D12] of a debate that an instructor deleted, all of their own drafts go, and no colleague's on the same device", () => {
  const own = ["a", "a.grace.tab", "kit.a", "kit.a.grace.tab", "versions.a.grace.tab", "aside.a.grace"];
  const ofAnother = ["b", "kit.b.grace.tab", "versions.b.grace.tab", "aside.b.grace"];
  const alans = ["a.tab", "a.alan.tab", "kit.a.alan.tab", "versions.a.alan.tab", "aside.a.alan"];
  for (const name of [...own, ...ofAnother]) keepDraft(name, { from: name, by: "grace" });
  for (const name of alans) keepDraft(name, { from: name, by: "alan" });
  keepDraft("a.nobodys", { from: "before drafts had an author" });
  forgetDebate("a", "grace");
  expect([...own, "a.nobodys"].filter(storedDraft)).toEqual([]);
  expect([...ofAnother, ...alans].filter(storedDraft)).toEqual([...ofAnother, ...alans]);
});
