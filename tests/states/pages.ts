import { rmSync } from "node:fs";
import { type Browser, expect, type Page } from "playwright/test";
import type { Words } from "#app/messages/words.ts";
import { LANGUAGES, type Language } from "#debate/rules/languages.ts";
import { toCookies } from "#tests/e2e/support/faces.ts";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

export const FOLDER = "test-results/pictures";
export const FACES = ["phone", "host", "wall"] as const;
export type Face = (typeof FACES)[number];

/** What each sheet shows: small sizes in both languages and schemes, large ones in either. */
const SMALL = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
].flatMap((size) => [{ size, en: "light", ja: "light" } as const, { size, en: "dark", ja: "dark" } as const]);
const LARGE = [
  { size: { width: 1280, height: 800 }, en: "light", ja: "dark" },
  { size: { width: 1920, height: 1080 }, en: "dark", ja: "light" },
] as const;
/** Shows all of a phone's page that matters, in one picture. */
const TALL = 1_700;
const USUAL = {
  phone: { width: 390, height: 844 },
  host: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
} as const satisfies Record<Face, object>;
/** The server sends changes twice a second: after a longer silence, nothing is on its way. In milliseconds. */
const SILENCE = 800;

export type Shown = {
  page: Page;
  face: Face;
  language: Language;
  words: Words;
  /** When the server last sent something. */
  heard: number;
};
type Asked = { url: string; code: string; key: string; cookie: string; faces: readonly Face[] };
export type Wanted = { faces: readonly Face[]; states: readonly string[] };
type How = {
  faces?: readonly Face[];
  isTall?: boolean;
  /** Shows all of a page that scrolls. */
  isWhole?: boolean;
};

/** Where each face is in a session. */
const roomsOf = ({ code, key }: { code: string; key: string }) => ({
  phone: `/s/${code}`,
  host: `/host/${code}`,
  wall: `/screen/${code}?key=${key}`,
});

/** Each face in each language, in a browser of its own. */
export async function openPages(browser: Browser, { url, code, key, cookie, faces }: Asked) {
  const paths = roomsOf({ code, key });
  const opened = LANGUAGES.flatMap((language) =>
    faces.map(async (face): Promise<Shown> => {
      const context = await browser.newContext({
        locale: language,
        viewport: USUAL[face],
        reducedMotion: "reduce",
      });
      // The account's language goes before the browser's.
      const signedIn = toCookies(cookie, url).filter(({ name }) => name !== "language");
      if (face === "host") await context.addCookies(signedIn);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const shown: Shown = { page, face, language, words: ALL_WORDS[language], heard: 0 };
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          if (payload.toString().startsWith("4")) shown.heard = Date.now();
        }),
      );
      await page.goto(url + paths[face]);
      if (face === "host") await whenInteractive(page);
      return shown;
    }),
  );
  return Promise.all(opened);
}

/** Resolves once every page has what the server has to say. */
async function whenUpToDate(pages: Shown[]): Promise<void> {
  const begun = Date.now();
  const silence = () => Date.now() - Math.max(begun, ...pages.map(({ heard }) => heard));
  await expect.poll(silence, { timeout: 20_000, intervals: [100] }).toBeGreaterThan(SILENCE);
}

/** Resolves after the next frame, when the page is drawn in its new size and place. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

async function takeAll(shown: Shown, name: string, how: Omit<How, "faces">): Promise<void> {
  const { page, face, language } = shown;
  const { isTall, isWhole = false } = how;
  for (const { size, ...schemes } of [...SMALL, ...LARGE]) {
    const { width, height } = size;
    const isSmall = width < 500;
    await page.setViewportSize({ width, height: isTall && isSmall ? TALL : height });
    await page.emulateMedia({ colorScheme: schemes[language] });
    await page.evaluate(nextFrame);
    const file = `${name}.${face}.${width}.${language}.${schemes[language]}.jpg`;
    const path = `${FOLDER}/${file}`;
    await page.screenshot({ path, quality: 80, animations: "disabled", fullPage: isWhole });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(USUAL[face]);
}

/** Takes pictures of states, numbered in the order of the lesson: of those with one of these words in their names, or of all. */
export function createCamera(pages: Shown[], wanted: Wanted) {
  const states: string[] = [];
  rmSync(FOLDER, { recursive: true, force: true });
  const isWanted = (state: string) =>
    wanted.states.length === 0 || wanted.states.some((word) => state.includes(word));

  async function each(
    state: string,
    faces: readonly Face[],
    act: (shown: Shown, name: string) => Promise<unknown>,
  ): Promise<void> {
    states.push(state);
    if (!isWanted(state)) return;
    const name = `${String(states.length).padStart(2, "0")}-${state}`;
    process.stdout.write(`${name}\n`);
    await whenUpToDate(pages);
    await Promise.all(
      pages
        .filter(({ face }) => faces.includes(face) && wanted.faces.includes(face))
        .map((shown) => act(shown, name)),
    );
  }
  const take = (state: string, { faces = FACES, ...how }: How = {}) =>
    each(state, faces, (shown, name) => takeAll(shown, name, how));
  /** Fails where a word that was asked for names no state: nothing would tell that it was misspelled. */
  function expectAllFound(): void {
    for (const word of wanted.states)
      expect(states.join(" "), `a state with "${word}" in its name`).toContain(word);
  }
  return { take, expectAllFound };
}
