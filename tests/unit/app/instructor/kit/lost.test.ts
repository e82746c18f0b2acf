import { createElement } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { kitFormOf } from "#app/instructor/kit/form.ts";
import { KitDesk } from "#app/instructor/kit/KitDesk.tsx";
import { type KeptKit, kitName } from "#app/instructor/kit/kept.ts";
import { keepDraft } from "#app/shared/drafts.ts";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { wordsOf } from "#tests/support/markup.tsx";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("#app/shared/use-hydrated.ts", () => ({ useHydrated: () => true }));

beforeEach(() => {
  vi.stubGlobal("localStorage", new BrowserStorage());
  vi.stubGlobal("sessionStorage", new BrowserStorage());
});

const current = { debate: BUILT_IN_DEBATE, etag: '"now"' };
const deskOf = (by: string) => wordsOf(createElement(KitDesk, { id: "a", by, current, isLost: true }));

test("[Y6, I24] a kit's draft is shown to its author once the debate may only be read, and can't be saved", () => {
  const form = { ...kitFormOf(undefined), objectives: "Weigh two sources" };
  const draft: KeptKit = { v: 1, by: "grace", etag: '"then"', kit: undefined, form };
  keepDraft(kitName("a", "grace"), draft);
  const words = deskOf("grace");
  expect(words).toContain("You can no longer edit this kit");
  expect(words).toContain("Weigh two sources");
  expect(words).not.toContain("Not saved yet");
  expect(deskOf("alan")).toBe("");
});
