import { z } from "zod";
import { plainAddress } from "#debate/rules/links.ts";

/** A host of 253 characters, with a user and a port. Parsing time grows with the square of a host's length. */
const HOST = /^https?:\/\/[^/?#\\]{1,300}(?:[/?#\\]|$)/iu;

/** [D4] Parses an incoming URL. Separate from links.ts, so that phones don't load the parser. */
export const webAddressOf = (longest: number) =>
  z
    .string()
    .max(longest, { abort: true }) // [W1]
    .regex(HOST, { abort: true })
    .check(z.url({ protocol: /^https?$/u }))
    .overwrite(plainAddress)
    .max(longest);
