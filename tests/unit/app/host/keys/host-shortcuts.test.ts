import { expect, test } from "vitest";
import { type HostShortcut, shortcutOf } from "#app/host/keys/host-shortcuts.ts";

const PRESS = {
  key: "n",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
};

test.each<[key: string, HostShortcut | null]>([
  ["n", "next"],
  ["ArrowRight", "next"],
  ["PageDown", "next"],
  ["PageUp", "back"],
  ["b", "blank"],
  [".", "blank"],
  ["?", "help"],
  ["ArrowLeft", null],
  [" ", null],
  ["toString", null],
])("[P9] %s asks for %s", (key, expected) => {
  expect(shortcutOf({ ...PRESS, key })).toBe(expected);
});

test.each(["ctrlKey", "metaKey", "altKey", "shiftKey", "repeat", "isComposing", "defaultPrevented"] as const)(
  "[P9] a key does nothing with %s",
  (field) => {
    for (const key of ["n", "ArrowRight", "PageDown", "PageUp", "b"])
      expect(shortcutOf({ ...PRESS, key, [field]: true }), key).toBeNull();
  },
);
