import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/styles/palette.css", "utf8");
const schemes = { light: tokensAfter('[data-theme="light"] {'), dark: tokensAfter('[data-theme="dark"] {') };
const GROUNDS = ["paper", "surface", "sunken"];

function tokensAfter(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector)).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+): (#\w{6});/gu)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

/** By WCAG 2.2: white on black has 21. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("[F14] text has 4.5:1 on every ground, and borders of controls and marks of sides 3:1, in light and dark", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  const low: string[] = [];
  for (const [scheme, tokens] of Object.entries(schemes)) {
    const needs = (front: string, back: string, least: number) => {
      const has = contrast(tokens.get(front) ?? "", tokens.get(back) ?? "");
      if (!(has >= least)) low.push(`${scheme}: ${front} on ${back} has ${has.toFixed(2)}`);
    };
    for (const ground of GROUNDS) {
      for (const text of ["ink", "ink-soft", "for", "against", "undecided", "good", "warn", "danger"])
        needs(text, ground, 4.5);
      for (const line of ["line-strong", "focus"]) needs(line, ground, 3);
    }
    for (const kind of ["for", "against", "undecided", "good", "warn", "danger"]) {
      needs(kind, `${kind}-wash`, 4.5);
      needs("ink", `${kind}-wash`, 4.5);
    }
    for (const side of ["for", "against"]) needs(`on-${side}`, side, 4.5);
  }
  expect(low).toEqual([]);
});
