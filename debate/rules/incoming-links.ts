import { z } from "zod";
import { plainAddress } from "#debate/rules/links.ts";

/** A host of 253 characters, with a user and a port. The time to parse one grows with the square of its length. */
const HOST = /^https?:\/\/[^/?#\\]{1,300}(?:[/?#\\]|$)/iu;

/** [D4] An address that comes in. Apart from what reads one, so that phones need not load what parses. */
export const webAddressOf = (longest: number) =>
  z
    .string()
    .max(longest, { abort: true }) // [W1]
    .regex(HOST, { abort: true })
    .check(z.url({ protocol: /^https?$/u }))
    .overwrite(plainAddress)
    .max(longest);
