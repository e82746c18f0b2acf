import { beforeEach, expect, test, vi } from "vitest";
import { type KeptKit, kitName, takeKit } from "#app/instructor/kit/kept-kit.ts";
import { kitFormOf } from "#app/instructor/kit/kit-form.ts";
import { forgetDraft, keepDraft } from "#app/shared/storage/drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";

const openTab = () => vi.stubGlobal("sessionStorage", new BrowserStorage());
beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  openTab();
});

const draftBy = (by: string): KeptKit => ({
  ...{ v: 1, by, etag: '"then"', kit: undefined },
  form: { ...kitFormOf(undefined), objectives: `by ${by}` },
});
/** Opens the kit of a debate and leaves it with nothing to keep, as its page does. */
function look(by: string): string | undefined {
  const name = kitName("a", by);
  const kept = takeKit("a", name, by);
  if (kept === null) forgetDraft(name);
  return kept?.form.objectives;
}

test("[Y6] a kit's draft stays for its author where another instructor opens the kit on the same device", () => {
  keepDraft(kitName("a", "grace"), draftBy("grace"));
  // In the same tab, and in another one.
  expect(look("alan")).toBeUndefined();
  openTab();
  expect(look("alan")).toBeUndefined();
  expect(look("grace")).toBe("by grace");
});

test("[Y6] each of two instructors gets their own draft, one of before too, and a new tab goes on with it", () => {
  // Before, the name did not say whose it is.
  keepDraft("kit.a.x1y2z3", draftBy("alan"));
  keepDraft(kitName("a", "grace"), draftBy("grace"));
  openTab();
  expect([look("alan"), look("grace")]).toEqual(["by alan", "by grace"]);
});
