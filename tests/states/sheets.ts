import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright/test";
import { FOLDER } from "#tests/states/pages.ts";

const WIDTH = 2_400;

/** Lays the pictures of each state and face on one sheet: phones' sizes above, a laptop's and a projector's below. */
export async function makeSheets(browser: Browser): Promise<number> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".jpg"));
  const names = new Set(files.map((file) => file.split(".").slice(0, 2).join(".")));
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 800 } });
  for (const name of names) {
    const pictures = files.filter((file) => file.startsWith(`${name}.`));
    const widthOf = (file: string) => Number(file.split(".")[2]);
    const small = pictures.filter((file) => widthOf(file) < 1_000);
    const large = pictures.filter((file) => widthOf(file) >= 1_000);
    const rows = await Promise.all([small, large].map(rowOf));
    await page.setContent(`<body style="margin: 0; background: #888">${rows.join("")}`);
    await page.screenshot({ path: `${FOLDER}/sheets/${name}.png`, fullPage: true });
  }
  await page.close();
  return names.size;
}

async function rowOf(files: string[]): Promise<string> {
  const pictures = files.map(async (file) => {
    const content = await readFile(path.join(FOLDER, file), "base64");
    const [, , width] = file.split(".");
    // In proportion to the screens' widths.
    return `<img style="flex: ${width}; min-width: 0" src="data:image/jpeg;base64,${content}">`;
  });
  return `<div style="display: flex; gap: 8px; align-items: start">${(await Promise.all(pictures)).join("")}</div>`;
}
