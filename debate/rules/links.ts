import { cleanText } from "#debate/rules/text.ts";

/** [D4] A web address that may be followed, without user and password; null for `javascript:` and all else. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text);
    if (!/^https?:$/u.test(url.protocol)) return null;
    url.username = "";
    url.password = "";
    return url;
  } catch {
    // `URL.parse` would do, but is missing on phones from before 2025.
    return null;
  }
}

/** [W6] An address is kept as it was typed, where nothing in it misleads or hides; else as browsers write it. */
export function plainAddress(typed: string): string {
  const url = webAddress(typed);
  const isPlain = !/@|\s/u.test(typed) && cleanText(typed) === typed;
  return url === null || isPlain ? typed : url.href;
}
