import { readFileSync } from "node:fs";

export type Theme = "light" | "dark";
/** Colors by the names of their tokens. */
export type Palette = Record<string, string>;

/** The colors of app/styles/palette.css. The dark ones stand there twice; both copies must be equal. */
export function readPalettes(): Record<Theme, Palette> {
  const css = readFileSync("app/styles/palette.css", "utf8");
  const blocks = [...css.matchAll(/color-scheme: (light|dark);([^}]*)\}/gu)].map(([, theme, body = ""]) => ({
    theme,
    colors: Object.fromEntries(
      [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name = "", color = ""]) => [name, color]),
    ),
  }));
  const [light, dark, copy] = blocks;
  if (!light || !dark || !copy || JSON.stringify(dark) !== JSON.stringify(copy))
    throw new Error("palette.css: one light and two equal dark palettes are expected");
  return { light: light.colors, dark: dark.colors };
}
