import { cleanText } from "#debate/rules/text.ts";

/** [D4] A URL that is safe to follow, without user and password; null for `javascript:` and others. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text);
    if (!/^https?:$/u.test(url.protocol)) return null;
    url.username = "";
    url.password = "";
    return url;
  } catch {
    // Not `URL.parse`, which phones from before 2025 lack.
    return null;
  }
}

/** [W6] Keeps a URL as typed unless something in it misleads or hides; then as browsers write it. */
export function plainAddress(typed: string): string {
  const url = webAddress(typed);
  const isPlain = !/@|\s/u.test(typed) && cleanText(typed) === typed;
  return url === null || isPlain ? typed : url.href;
}
