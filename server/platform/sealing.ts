import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";

/** Encrypts with a key that follows from the server's secret and a purpose. */
export function sealing(secret: string, purpose: string) {
  const derived = (info: string, length: number) => Buffer.from(hkdfSync("sha256", secret, "", info, length));
  const key = derived(purpose, 32);
  return {
    /** Tells one secret from another, and nothing about it. */
    id: derived(`${purpose}-id`, 16).toString("base64url"),
    close(text: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    /** Null where another secret has closed it. */
    open(held: string): string | null {
      const bytes = Buffer.from(held, "base64url");
      try {
        const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, 12), { authTagLength: 16 });
        cipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
