/** An address as one says it aloud: nobody types the scheme. */
export function spokenAddress(address: string): string {
  return address.replace(/^https?:\/\//u, "").replace(/\/$/u, "");
}
