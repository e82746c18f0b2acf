import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from "culori";
import { expect, test } from "vitest";
import { type Palette, readPalettes, type Theme } from "#tests/unit/app/design/palette.ts";

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for borders and marks. */
const LEAST = { text: 4.5, mark: 3 };
/** A difference that is plain at a glance: CIEDE2000 calls 1 just noticeable. */
const LEAST_APART = 20;
const GROUNDS = ["paper", "surface", "sunken"];
const WASHES = ["for-wash", "against-wash", "undecided-wash", "good-wash", "warn-wash", "danger-wash"];
const TEXTS = ["ink", "ink-soft", "for", "against", "undecided", "good", "warn", "danger"];
const SIGHT = {
  usual: (color: Color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
} as const;

type Pair = { text: string; on: string; least: number };

const pairs: Pair[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((on) => ({ text, on, least: LEAST.text }))),
  ...WASHES.flatMap((on) => ["ink", "ink-soft"].map((text) => ({ text, on, least: LEAST.text }))),
  ...WASHES.map((on) => ({ text: on.replace("-wash", ""), on, least: LEAST.text })),
  { text: "on-for", on: "for", least: LEAST.text },
  { text: "on-against", on: "against", least: LEAST.text },
  { text: "paper", on: "ink", least: LEAST.text },
  ...GROUNDS.map((on) => ({ text: "line-strong", on, least: LEAST.mark })),
  ...GROUNDS.map((on) => ({ text: "focus", on, least: LEAST.mark })),
];

const palettes = readPalettes();
const themes = Object.entries(palettes) as [Theme, Palette][];
const contrast = (palette: Palette, { text, on }: Pair) =>
  wcagContrast(palette[text] ?? "", palette[on] ?? "");

function colorOf(palette: Palette, name: string): Color {
  const color = parse(palette[name] ?? "");
  if (!color) throw new Error(`palette.css has no color ${name}`);
  return color;
}

function apart(palette: Palette, one: string, other: string, see: (color: Color) => Color): number {
  return differenceCiede2000()(see(colorOf(palette, one)), see(colorOf(palette, other)));
}

test.each(themes)(
  "%s: every text reaches 4.5:1 on its ground, every border and mark 3:1",
  (_theme, palette) => {
    const missed = pairs.filter((pair) => contrast(palette, pair) < pair.least);
    expect(missed).toEqual([]);
  },
);

test.each(themes)("%s: For and Against stay apart for every kind of color vision", (_theme, palette) => {
  for (const [name, see] of Object.entries(SIGHT))
    expect(apart(palette, "for", "against", see), name).toBeGreaterThan(LEAST_APART);
});
