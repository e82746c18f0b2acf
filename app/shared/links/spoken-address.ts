/** An address as people say it aloud, without the scheme: no one types that. */
export function spokenAddress(address: string): string {
  return address.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
}
