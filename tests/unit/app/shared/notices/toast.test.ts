import { expect, test } from "vitest";
import { showToasts, type Toast, toast } from "#app/shared/notices/toast.ts";
import { shownToasts } from "#tests/support/shown-toasts.ts";

const toasts = shownToasts();
const titles = () => toasts().map(({ title }) => title);

test("[F10] words stay 8 seconds, what can be pressed 20, and problems until they are closed", () => {
  const undo = { label: "Undo", onClick: () => undefined };
  toast.success("Saved");
  toast.success("Hidden", { action: undo });
  toast.warning("Another window was faster");
  toast.error("Can't reach the server");
  expect(toasts().map(({ timeout }) => timeout)).toEqual([8_000, 20_000, 0, 0]);

  // A third of those that go has their oldest make room; problems stay.
  toast.success("Copied");
  expect(titles()).toEqual(["Hidden", "Another window was faster", "Can't reach the server", "Copied"]);

  // The same words again are one toast, and are announced again.
  const countOf = (words: string) => toasts().find(({ title }) => title === words)?.data?.count;
  const before = countOf("Can't reach the server");
  toast.error("Can't reach the server");
  expect(titles().filter((title) => title === "Can't reach the server")).toHaveLength(1);
  expect(countOf("Can't reach the server")).not.toBe(before);
});

test("[F10] a fifth toast has the oldest problem make room", () => {
  for (const words of ["One", "Two", "Three", "Four", "Five"]) toast.error(words);
  expect(titles()).toEqual(["Two", "Three", "Four", "Five"]);
});

test("[F10] new words beside four problems stay, and the oldest problem makes room", () => {
  for (const words of ["One", "Two", "Three", "Four"]) toast.error(words);
  toast.success("Hidden", { action: { label: "Undo", onClick: () => undefined } });
  expect(titles()).toEqual(["Two", "Three", "Four", "Hidden"]);
});

test("[F10] a pressed button closes its toast before it acts", () => {
  toast.success("Hidden", {
    id: "hidden",
    action: { label: "Undo", onClick: () => toast.info("Shown", { id: "hidden" }) },
  });
  toasts()[0]?.actionProps?.onClick();
  expect(titles()).toEqual(["Shown"]);
});

test("[F10] a toast of a page that is left is shown by the next page, unless it was closed", () => {
  toast.success("Saved");
  toast.success("Copied", { id: "copied" });
  toast.dismiss("copied");
  const next: Toast[] = [];
  const stop = showToasts({ add: (each) => next.push(each), close: () => {}, update: () => {} });
  expect(next.map(({ title }) => title)).toEqual(["Saved"]);
  stop();
});

test("[F26] once the class has moved on, problems go like other words", () => {
  toast.error("Can't find the sentence");
  toast.success("Saved");
  toast.endProblems();
  expect(toasts().map(({ timeout }) => timeout)).toEqual([8_000, 8_000]);
});
