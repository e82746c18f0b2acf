import { createElement } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { VersionsDesk } from "#app/instructor/versions/VersionsDesk.tsx";
import { draftOver, textsName } from "#app/instructor/versions/versions-draft.ts";
import { fieldsOf } from "#app/instructor/versions/versions-form.ts";
import { keepDraft } from "#app/shared/storage/drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { wordsOf } from "#tests/support/markup.tsx";
import { IN_VERSIONS, SIMPLE } from "#tests/support/versions.ts";

vi.mock("next/navigation", () => ({ usePathname: () => "/debates/a/versions", useRouter: () => ({}) }));
vi.mock("#app/shared/loading/use-hydrated.ts", () => ({ useHydrated: () => true }));

beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("sessionStorage", new BrowserStorage());
});

const current = { debate: { ...IN_VERSIONS, versions: [SIMPLE] }, etag: '"now"' };
const readOnly = (by: string) => wordsOf(createElement(VersionsDesk, { by, current, lost: "forbidden" }));
const deleted = (by: string) =>
  wordsOf(createElement(VersionsDesk, { by, current: null, lost: "not-found" }));

test("[X7, I24] unsaved reading texts are shown to their author once the debate may only be read or was deleted, and can't be saved", () => {
  const mine = [{ ...fieldsOf(IN_VERSIONS, SIMPLE), label: "In my words" }];
  keepDraft(textsName("a", "grace"), draftOver("grace", current, mine));
  for (const [shown, why] of [
    [readOnly, "You can no longer edit this debate"],
    [deleted, "This debate was deleted"],
  ] as const) {
    const words = shown("grace");
    expect(words).toContain(why);
    expect(words).toContain("In my words");
    expect(words).toContain(SIMPLE.for[0]);
    expect(words).not.toContain("Save debate");
  }
  expect(readOnly("alan")).not.toContain("Simpler");
  expect(deleted("alan")).toContain("Page not found");
});
