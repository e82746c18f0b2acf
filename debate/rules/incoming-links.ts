import { z } from "zod";
import { plainAddress } from "#debate/rules/links.ts";

/** [D4] An address that comes in. Apart from what reads one, so that phones need not load what parses. */
export const webAddressOf = (longest: number) =>
  z
    .url({ protocol: /^https?$/u })
    .regex(/^https?:\/\//iu)
    .overwrite(plainAddress)
    .max(longest);
