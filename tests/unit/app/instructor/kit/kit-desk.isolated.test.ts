import { createElement } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { KitDesk } from "#app/instructor/kit/KitDesk.tsx";
import { type KitDraft, kitName } from "#app/instructor/kit/kit-draft.ts";
import { kitFormOf } from "#app/instructor/kit/kit-form.ts";
import { keepDraft } from "#app/shared/storage/drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { wordsOf } from "#tests/support/markup.tsx";

vi.mock("next/navigation", () => ({ usePathname: () => "/debates/a/kit", useRouter: () => ({}) }));
vi.mock("#app/shared/loading/use-hydrated.ts", () => ({ useHydrated: () => true }));

beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("sessionStorage", new BrowserStorage());
});

const current = { debate: BUILT_IN_DEBATE, etag: '"now"' };
const form = { ...kitFormOf(undefined), objectives: "Weigh two sources" };
const draft: KitDraft = { v: 1, by: "grace", etag: '"then"', kit: undefined, form };
const readOnly = (by: string) => wordsOf(createElement(KitDesk, { by, current, lost: "forbidden" }));

test("[Y6, I24] a kit's draft is shown to its author once the debate may only be read, and can't be saved", () => {
  keepDraft(kitName("a", "grace"), draft);
  const words = readOnly("grace");
  expect(words).toContain("You can no longer edit this debate");
  expect(words).toContain("Weigh two sources");
  expect(words).not.toContain("Not saved yet");
  expect(readOnly("alan")).toBe("");
});
