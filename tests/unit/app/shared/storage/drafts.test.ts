import { afterEach, expect, test, vi } from "vitest";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

const form = formOf(BUILT_IN_DEBATE, true);

/** As a page that is loaded anew: none has signed out on it. */
async function loaded() {
  vi.resetModules();
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("window", { localStorage });
  const drafts = await import("#app/shared/storage/drafts.ts");
  const { keepAsides } = await import("#app/instructor/editor/versions/aside.ts");
  /** Everything that an instructor can leave unsaved. */
  const leaveUnsaved = (by: string): string[] => {
    const names = ["a", "kit.a", "versions.a", "import", "note.ABC234"].map((name) => `${name}.${by}.tab`);
    for (const name of names) drafts.keepDraft(name, { v: 1, by });
    keepAsides("a", by, [{ at: 1, whose: "mine", form }]);
    return [...names, `aside.a.${by}`];
  };
  return { ...drafts, leaveUnsaved };
}

afterEach(() => vi.resetModules());

test("[D12] what an instructor has not saved is counted, also what was typed this very moment, and nothing of others", async () => {
  const { countUnsaved, keepDraft, leaveUnsaved, onKeepNow } = await loaded();
  expect(countUnsaved("grace")).toBe(0);
  leaveUnsaved("alan");
  expect(countUnsaved("grace")).toBe(0);
  leaveUnsaved("grace");
  expect(countUnsaved("grace")).toBe(6);
  const end = onKeepNow(() => {
    keepDraft("b.grace.tab", { v: 1, by: "grace" });
    return "b.grace.tab";
  });
  onKeepNow(() => null);
  expect(countUnsaved("grace")).toBe(7);
  end();
  expect(countUnsaved("alan")).toBe(6);
});

test("[D12] signing out deletes this instructor's drafts, those without an author, and no one else's", async () => {
  const { countUnsaved, forgetDrafts, hasAgreedToLeave, keepDraft, keptDraft, leaveUnsaved } = await loaded();
  const graces = leaveUnsaved("grace");
  const alans = leaveUnsaved("alan");
  keepDraft("a.old", { from: "before drafts had an author" });
  localStorage.setItem("resolved.settings", "{}");
  expect(hasAgreedToLeave()).toBe(false);
  forgetDrafts("grace");
  expect([...graces, "a.old"].filter(keptDraft)).toEqual([]);
  expect(alans.filter(keptDraft)).toEqual(alans);
  expect(localStorage.getItem("resolved.settings")).toBe("{}");
  // A page keeps its draft once more when it closes.
  keepDraft("a.grace.tab", { v: 1, by: "grace" });
  expect([hasAgreedToLeave(), countUnsaved("grace")]).toEqual([true, 0]);
});

test("[D12] what the browser can't store is counted, too, and the page asks before it is left unless that was asked", async () => {
  const page = async () => {
    const drafts = await loaded();
    localStorage.setItem = () => {
      throw new DOMException("Full", "QuotaExceededError");
    };
    let text = "";
    drafts.onKeepNow(() => {
      if (text !== "") drafts.keepDraft("a.grace.tab", { v: 1, by: "grace", text });
      return text === "" ? null : "a.grace.tab";
    });
    const type = (typed: string) => {
      text = typed;
    };
    return { ...drafts, type };
  };
  const asked = await page();
  expect(asked.countUnsaved("grace")).toBe(0);
  asked.type("Typed");
  expect(asked.countUnsaved("grace")).toBe(1);
  asked.forgetDrafts("grace", { wasAsked: true });
  expect(asked.hasAgreedToLeave()).toBe(true);

  const saved = await page();
  saved.forgetDrafts("grace");
  expect(saved.hasAgreedToLeave()).toBe(true);

  // Typed while the server signed out.
  const late = await page();
  late.type("Typed");
  late.forgetDrafts("grace");
  expect(late.hasAgreedToLeave()).toBe(false);
});
