/** Copies a text, and answers whether that was possible. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Browsers offer no clipboard on an address without TLS, which a LAN address is.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
