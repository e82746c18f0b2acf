import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DraftStore } from "#app/student/argue/draft.ts";
import { hasGap, payloadOf } from "#app/student/argue/rebuttal-draft.ts";
import { fakeStorage } from "#tests/support/storage.ts";

beforeEach(() => vi.stubGlobal("window", fakeStorage().tab()));
afterEach(() => vi.unstubAllGlobals());

test("[X16] what a writer ticks is kept with the draft and never sent; nothing ticked holds nothing up", () => {
  const drafts = new DraftStore("draft");
  drafts.write({ body: "Maps change.", side: "for", checked: ["claim"] });
  const kept = new DraftStore("draft").draft();
  expect(kept?.checked).toEqual(["claim"]);
  const sent = kept && payloadOf({ ...kept, side: "for" });
  expect(sent).toEqual({ id: kept?.id, side: "for", body: "Maps change." });
  expect(kept && payloadOf({ ...kept, side: "for", checked: [] })).toEqual(sent);
});

test("[F8] a reply that is begun while a change waits is a draft of its own, and the change comes back after it", () => {
  const drafts = new DraftStore("draft");
  drafts.edit({ id: "mine", side: "for", body: "Old words." });
  drafts.write({ body: "New words." });
  drafts.close();
  drafts.begin({ replyTo: "theirs" });
  expect(drafts.draft()).toMatchObject({ replyTo: "theirs", body: "", isOpen: true });
  expect(drafts.draft()).not.toHaveProperty("edits");
  drafts.write({ body: "A reply." });
  drafts.close();
  // After a reload, too.
  const kept = new DraftStore("draft");
  expect(kept.draft()).toMatchObject({ replyTo: "theirs", body: "A reply." });
  kept.begin(null);
  kept.discard();
  const change = { id: "mine", body: "New words.", edits: { body: "Old words." }, isOpen: false };
  expect(kept.draft()).toMatchObject(change);
  // Closed before a word was written.
  kept.begin({ replyTo: "theirs" });
  kept.close();
  expect(kept.draft()).toMatchObject(change);
  kept.begin(null);
  expect(kept.draft()).toMatchObject({ id: "mine", isOpen: true });
});

test("[F18] a draft is forgotten without the change that waits behind it, and that change without the draft", () => {
  const drafts = new DraftStore("draft");
  const begin = () => {
    drafts.edit({ id: "mine", side: "for", body: "Old words." });
    drafts.write({ body: "New words." });
    drafts.begin({ replyTo: "theirs" });
    drafts.write({ body: "A reply." });
    return drafts.draft()?.id ?? "";
  };
  const reply = begin();
  drafts.forget("mine");
  expect(drafts.draft()).toMatchObject({ id: reply, body: "A reply." });
  expect(drafts.draft()).not.toHaveProperty("aside");
  drafts.forget("mine");
  expect(drafts.draft()).toMatchObject({ id: reply });
  drafts.forget(begin());
  expect(drafts.draft()).toMatchObject({ id: "mine", body: "New words.", isOpen: false });
  drafts.forget("mine");
  expect(drafts.draft()).toBeNull();
});

test("[X17] a gap is one of a sentence starter, until it is filled in; a … that a student typed is none", () => {
  expect(hasGap({ starter: "build", body: "I agree that maps matter, and I would add that …" })).toBe(true);
  expect(hasGap({ starter: "build", body: "I agree that maps matter, and I would add that ships do." })).toBe(
    false,
  );
  expect(hasGap({ body: "Maps … matter." })).toBe(false);
});
