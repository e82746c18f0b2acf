import { beforeEach, expect, test, vi } from "vitest";
import { beginning, keptOf, takeVersions, textsName } from "#app/instructor/versions/kept-versions.ts";
import { fieldsOf } from "#app/instructor/versions/versions-form.ts";
import { forgetDraft, keepDraft, tabDraftName } from "#app/shared/storage/drafts.ts";
import { BrowserStorage } from "#tests/support/browser-storage.ts";
import { IN_VERSIONS, JAPANESE, SIMPLE } from "#tests/support/versions.ts";

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
  keepDraft(name, keptOf("me", BEGUN, mine));
  const { base, all } = beginning(NOW, takeVersions("a", name, "me"));
  expect(base.etag).toBe('"then"');
  expect(base.debate.versions).toEqual([SIMPLE]);
  expect(base.debate.resolution).toBe("Newer");
  expect(all).toEqual(mine);
});

test("[X7] a draft stays for its author where another instructor opens the page on the same device", () => {
  keepDraft(textsName("a", "grace"), keptOf("grace", BEGUN, mine));
  for (const by of ["alan", "grace"]) {
    const name = textsName("a", by);
    const kept = takeVersions("a", name, by);
    // What a page does that has nothing to keep.
    if (kept === null) forgetDraft(name);
    expect(kept?.by).toBe(by === "grace" ? "grace" : undefined);
  }
});

test("[X7] without a draft of one's own, the page begins with what is saved", () => {
  const name = tabDraftName("versions.a");
  keepDraft(name, keptOf("someone else", BEGUN, mine));
  expect(takeVersions("a", name, "me")).toBeNull();
  const { base, all } = beginning(NOW, null);
  expect(base).toBe(NOW);
  expect(all.map(({ label }) => label)).toEqual([SIMPLE.label, JAPANESE.label]);
});
