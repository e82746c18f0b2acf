// `npm run states`: plays a whole lesson and takes pictures of every state of phone, control room and projector. With words
// only of these faces and states: `npm run states -- wall pairs results`.
import { chromium } from "playwright/test";
import { beside } from "#tests/states/beside.ts";
import { firstHalf } from "#tests/states/first-half.ts";
import { FACES, type Face } from "#tests/states/pages.ts";
import { secondHalf } from "#tests/states/second-half.ts";
import { makeSheets } from "#tests/states/sheets.ts";
import { setUp } from "#tests/states/stage.ts";
import { installedChromium } from "#tests/support/system-packages.mjs";

const asked = process.argv.slice(2);
const isFace = (word: string): word is Face => FACES.some((face) => face === word);
const faces = asked.some(isFace) ? asked.filter(isFace) : FACES;
const states = asked.filter((word) => !isFace(word));

const executablePath = installedChromium();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ["--no-sandbox"],
});
const stage = await setUp(browser, { faces, states });
await firstHalf(stage);
await secondHalf(stage);
await beside(stage);
stage.expectAllFound();
process.stdout.write(`${await makeSheets(browser)} sheets in test-results/pictures/sheets\n`);
await browser.close();
process.exit();
