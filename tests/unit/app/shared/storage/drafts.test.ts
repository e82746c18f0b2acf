import { beforeEach, expect, test, vi } from "vitest";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { keepAsides } from "#app/instructor/editor/versions/aside.ts";
import {
  countUnsaved,
  forgetDrafts,
  hasSignedOut,
  keepDraft,
  keptDraft,
  onKeepNow,
} from "#app/shared/storage/drafts.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("window", { localStorage });
});

/** Everything that an instructor can leave unsaved. */
function leaveUnsaved(by: string): string[] {
  const names = ["a", "kit.a", "versions.a", "import", "note.ABC234"].map((name) => `${name}.${by}.tab`);
  for (const name of names) keepDraft(name, { v: 1, by });
  keepAsides("a", by, [{ at: 1, whose: "mine", form: formOf(BUILT_IN_DEBATE, true) }]);
  return [...names, `aside.a.${by}`];
}

test("[D12] what an instructor has not saved is counted, also what was typed this very moment, and nothing of others", () => {
  expect(countUnsaved("grace")).toBe(0);
  leaveUnsaved("alan");
  expect(countUnsaved("grace")).toBe(0);
  leaveUnsaved("grace");
  expect(countUnsaved("grace")).toBe(6);
  const end = onKeepNow(() => keepDraft("b.grace.tab", { v: 1, by: "grace" }));
  expect(countUnsaved("grace")).toBe(7);
  end();
  expect(countUnsaved("alan")).toBe(6);
});

// Last, since nothing is kept once this page's instructor has signed out.
test("[D12] signing out deletes this instructor's drafts, those without an author, and no one else's", () => {
  const graces = leaveUnsaved("grace");
  const alans = leaveUnsaved("alan");
  keepDraft("a.old", { from: "before drafts had an author" });
  localStorage.setItem("resolved.settings", "{}");
  expect(hasSignedOut()).toBe(false);
  forgetDrafts("grace");
  expect([...graces, "a.old"].filter(keptDraft)).toEqual([]);
  expect(alans.filter(keptDraft)).toEqual(alans);
  expect(localStorage.getItem("resolved.settings")).toBe("{}");
  expect(hasSignedOut()).toBe(true);
  keepDraft("a.grace.tab", { v: 1, by: "grace" });
  expect(countUnsaved("grace")).toBe(0);
});
