import { afterEach, expect, test, vi } from "vitest";
import { formOf } from "#app/instructor/editor/debate-form.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const form = formOf(BUILT_IN_DEBATE, true);

/** Hears of changes of the storage by other pages, as its window does. */
const listeners = new Set<(event: { key: string; newValue: string | null }) => void>();
const changedElsewhere = (key: string) => {
  for (const hear of [...listeners]) hear({ key, newValue: localStorage.getItem(key) });
};

/** As a page that is loaded anew, `on` a device where there is one: none has signed out on it. */
async function loaded(on: BrowserStorage | null = null) {
  vi.resetModules();
  vi.stubGlobal("localStorage", on ?? new BrowserStorage());
  vi.stubGlobal("window", {
    localStorage,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  });
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

afterEach(() => {
  listeners.clear();
  vi.resetModules();
});

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
  const { countUnsaved, forgetDrafts, hasAgreedToLeave, keepDraft, storedDraft, leaveUnsaved } =
    await loaded();
  const graces = leaveUnsaved("grace");
  const alans = leaveUnsaved("alan");
  keepDraft("a.old", { from: "before drafts had an author" });
  localStorage.setItem("resolved.settings", "{}");
  expect(hasAgreedToLeave()).toBe(false);
  forgetDrafts("grace");
  expect([...graces, "a.old"].filter(storedDraft)).toEqual([]);
  expect(alans.filter(storedDraft)).toEqual(alans);
  expect(localStorage.getItem("resolved.settings")).toBe("{}");
  // A page keeps its draft once more when it closes.
  keepDraft("a.grace.tab", { v: 1, by: "grace" });
  expect([hasAgreedToLeave(), countUnsaved("grace")]).toEqual([true, 0]);
});

test("[D12] a page that was open when its instructor signed out in another tab keeps nothing, and is left without a question", async () => {
  const device = new BrowserStorage();
  const open = await loaded(device);
  open.keepDraft("a.grace.tab", { v: 1, by: "grace" });
  open.onKeepNow(() => {
    open.keepDraft("a.grace.tab", { v: 1, by: "grace" });
    return "a.grace.tab";
  });
  const left = vi.fn();
  open.onSignedOutElsewhere("grace", left);
  open.onSignedOutElsewhere("alan", left);
  const elsewhere = await loaded(device);
  elsewhere.forgetDrafts("grace", { wasAsked: true });
  changedElsewhere("resolved.signed-out.grace");
  expect(left).toHaveBeenCalledOnce();
  expect(open.hasAgreedToLeave()).toBe(true);
  // On its way out.
  expect(open.keepNow()).toEqual(["a.grace.tab"]);
  open.keepDraft("a.alan.tab", { v: 1, by: "alan" });
  expect([open.storedDraft("a.grace.tab"), open.storedDraft("a.alan.tab")]).toMatchObject([
    null,
    { by: "alan" },
  ]);
  // A page that is opened once they have signed in again.
  vi.spyOn(performance, "timeOrigin", "get").mockReturnValue(Date.now() + 1);
  const later = await loaded(device);
  later.keepDraft("a.grace.later", { v: 1, by: "grace" });
  expect(later.storedDraft("a.grace.later")).toMatchObject({ by: "grace" });
});

test("[D12] a duplicated tab has a draft of its own: what becomes of one is nothing to the other", async () => {
  const device = new BrowserStorage();
  const first = await loaded(device);
  vi.stubGlobal("sessionStorage", new BrowserStorage());
  const own = first.ownDraftName("a", "grace");
  first.takeDraft("a", own, "grace");
  const keep = () => first.keepDraft(own, { v: 1, by: "grace", text: "first" });
  keep();
  first.onTaken(own, keep);
  // The copy of a tab has what its session had.
  const session = Object.entries(sessionStorage).filter(([, value]) => typeof value === "string");
  expect(session).toHaveLength(1);
  vi.stubGlobal("sessionStorage", Object.assign(new BrowserStorage(), Object.fromEntries(session)));
  const copied = await loaded(device);
  const other = copied.ownDraftName("a", "grace");
  expect(copied.takeDraft("a", other, "grace")).toMatchObject({ text: "first" });
  changedElsewhere(`resolved.draft.${own}`);
  copied.keepDraft(other, { v: 1, by: "grace", text: "other" });
  expect([first.storedDraft(own), copied.storedDraft(other)]).toMatchObject([
    { text: "first" },
    { text: "other" },
  ]);
  copied.forgetDraft(other);
  expect(first.storedDraft(own)).toMatchObject({ text: "first" });
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
