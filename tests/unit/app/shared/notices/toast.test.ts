import { expect, test } from "vitest";
import { shownToasts, staysFor, toast } from "#app/shared/notices/toast.ts";

test("[F10] words stay 8 seconds, what can be pressed 20, and problems until they are closed", () => {
  const undo = { label: "Undo", onClick: () => undefined };
  toast.success("Saved");
  toast.success("Hidden", { action: undo });
  toast.warning("Another window was faster");
  toast.error("Can't reach the server");
  expect(shownToasts().map(staysFor)).toEqual([8_000, 20_000, null, null]);

  // A third of those that go has their oldest make room; problems stay.
  toast.success("Copied");
  expect(shownToasts().map(({ title }) => title)).toEqual([
    "Hidden",
    "Another window was faster",
    "Can't reach the server",
    "Copied",
  ]);

  // The same words again are one toast, and a new one to who hears the page.
  const [before] = shownToasts().filter(({ kind }) => kind === "error");
  toast.error("Can't reach the server");
  const after = shownToasts().filter(({ kind }) => kind === "error");
  expect(after).toHaveLength(1);
  expect(after[0]?.count).not.toBe(before?.count);
  for (const { id } of shownToasts()) toast.dismiss(id);
  expect(shownToasts()).toEqual([]);
});

test("[F26] once the class has moved on, problems go like other words", () => {
  toast.error("Can't find the sentence");
  toast.success("Saved");
  toast.endProblems();
  expect(shownToasts().map(staysFor)).toEqual([8_000, 8_000]);
  for (const { id } of shownToasts()) toast.dismiss(id);
});
