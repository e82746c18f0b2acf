import { writeCookie } from "#app/shared/storage/write-cookie.ts";

/** What a browser has answered before, so that the server draws the control room as the browser will. */
export type Remembered = { tourAnswered: boolean; closedAdvice: readonly string[] };

const TOUR = "resolved.tour";
const adviceOf = (code: string) => `resolved.advice.${code}`;
const BETWEEN = "~";
/** In seconds: half a year, and the day of a class. */
const [LONG, DAY] = [15_552_000, 86_400];

export function rememberedIn(cookie: (name: string) => string | undefined, code: string): Remembered {
  return {
    tourAnswered: cookie(TOUR) !== undefined,
    closedAdvice: listed(cookie(adviceOf(code))),
  };
}

function listed(value = ""): string[] {
  try {
    return decodeURIComponent(value)
      .split(BETWEEN)
      .filter((key) => key !== "");
  } catch {
    return [];
  }
}

// The browser's own storage stays what counts: it tells other tabs, and is there where cookies are not.
export const rememberTour = (): void => writeCookie(TOUR, "seen", { path: "/host", seconds: LONG });
export const rememberClosedAdvice = (code: string, keys: readonly string[]): void =>
  writeCookie(adviceOf(code), keys.join(BETWEEN), { path: `/host/${code}`, seconds: DAY });
