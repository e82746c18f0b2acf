import { expect, test } from "vitest";
import { markingKeyOf } from "#app/host/marks/marking-keys.ts";

const press = (key: string, more: object = {}) => ({
  ...{
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
  },
  ...more,
});
const what = (key: string, more?: object, isTyping = false) => markingKeyOf(press(key, more), isTyping)?.what;

test("[Q27] digits 0 to 4 give a level, full-width ones too, and others none", () => {
  expect(markingKeyOf(press("0"), false)).toEqual({ what: "level", level: 0 });
  expect(markingKeyOf(press("４"), false)).toEqual({ what: "level", level: 4 });
  expect(what("5")).toBeUndefined();
});

test("[Q27] in the comment only keys that write nothing move on", () => {
  for (const key of ["3", "Enter", "?", "ArrowDown", "Backspace"])
    expect(what(key, {}, true), key).toBeUndefined();
  expect(what("Enter", { ctrlKey: true }, true)).toBe("next");
  expect(what("Enter", { metaKey: true }, true)).toBe("next");
  expect(what("PageDown", {}, true)).toBe("next");
  expect(what("PageUp", {}, true)).toBe("previous");
});

test("[Q27] a key that is held, composes a character or has another modifier does nothing", () => {
  expect(what("PageDown", { repeat: true })).toBeUndefined();
  expect(what("Enter", { ctrlKey: true, isComposing: true }, true)).toBeUndefined();
  expect(what("3", { ctrlKey: true })).toBeUndefined();
  expect(what("3", { altKey: true })).toBeUndefined();
  expect(what("?", { shiftKey: true })).toBe("keys");
});
