/** A web address that may be followed, or null. `URL.parse` would do, but is missing on phones from before 2025. */
export function webAddress(text: string): URL | null {
  try {
    const url = new URL(text);
    return /^https?:$/u.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
