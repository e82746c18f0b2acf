import type { Chance } from "#debate/counting/rounded.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";

/** Numbers by chance that follow from a text, and that only this server can derive. */
export function createKeyedDraws(secret: string): (text: string) => Chance {
  return (text) => {
    let drawn = 0;
    return () => {
      const bytes = keyedHmac(secret).update(`draw:${drawn}:${text}`).digest();
      drawn += 1;
      return bytes.readUIntBE(0, 6) / 2 ** 48;
    };
  };
}
