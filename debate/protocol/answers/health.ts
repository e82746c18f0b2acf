import { z } from "zod";
import { milliseconds } from "#debate/protocol/answers/parts.ts";

export const Running = z.object({ ok: z.literal(true) });
export const NotReady = z.object({
  ok: z.literal(false),
  failing: z.array(z.enum(["database", "redis"])),
  reason: z.string().exactOptional().describe("What is wrong with the database, in English."),
});

/** [W23] */
export const ServerTime = z.object({ now: milliseconds });
