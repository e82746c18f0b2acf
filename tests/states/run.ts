// `npm run states`: plays a whole lesson and takes pictures of every state of phone, control room and projector. With words
// only of these faces and states: `npm run states -- wall pairs results`.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Browser, chromium } from "playwright/test";
import { openClass } from "#tests/states/class.ts";
import { play } from "#tests/states/lesson.ts";
import { createCamera, FACES, type Face, FOLDER, openPages } from "#tests/states/pages.ts";
import { startProgram } from "#tests/support/program.ts";
import { installedChromium } from "#tests/support/system-packages.mjs";

const asked = process.argv.slice(2);
const isFace = (word: string): word is Face => FACES.some((face) => face === word);
const wanted = {
  faces: asked.some(isFace) ? asked.filter(isFace) : FACES,
  states: asked.filter((word) => !isFace(word)),
};

const executablePath = installedChromium();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ["--no-sandbox"],
});
const program = await startProgram({ kind: "launched" });
process.once("exit", program.kill);
const lesson = await openClass(program);
// The phones are always needed: they take part.
const faces = [...new Set<Face>(["phone", ...wanted.faces])];
const pages = await openPages(browser, { ...lesson, faces });
const camera = createCamera(pages, wanted);
await play({
  lesson,
  take: camera.take,
  byHand: async (act) => {
    const those = pages.filter(({ face }) => face === "phone");
    await Promise.all(those.map(act));
    // Over a notice it would keep that there for the rest of the lesson.
    await Promise.all(those.map(({ page }) => page.mouse.move(0, 0)));
  },
  open: async (paths) => {
    const opened = pages.map(async ({ page, face }) => {
      const to = paths[face];
      if (to !== undefined) await page.goto(program.url + to);
    });
    await Promise.all(opened);
  },
});
camera.expectAllFound();
process.stdout.write(`${await makeSheets(browser)} sheets in ${FOLDER}/sheets\n`);
await browser.close();
process.exit();

/** Lays the pictures of each state and face on one sheet: phones' sizes above, a laptop's and a projector's below. */
async function makeSheets(on: Browser): Promise<number> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".jpg"));
  const names = new Set(files.map((file) => file.split(".").slice(0, 2).join(".")));
  const page = await on.newPage({ viewport: { width: 2_400, height: 800 } });
  for (const name of names) {
    const pictures = files.filter((file) => file.startsWith(`${name}.`));
    const isSmall = (file: string) => Number(file.split(".")[2]) < 1_000;
    const rows = [pictures.filter(isSmall), pictures.filter((file) => !isSmall(file))];
    const drawn = await Promise.all(rows.map(rowOf));
    await page.setContent(`<body style="margin: 0; background: #888">${drawn.join("")}`);
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
