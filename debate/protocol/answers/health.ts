import { z } from "zod";
import { milliseconds } from "#debate/protocol/answers/parts.ts";

/** [O40] */
export const Health = z.object({
  ok: z.literal(true),
  version: z.string(),
  build: z.string().describe("The commit that was built, or the day of the build."),
});
export type Release = Omit<z.infer<typeof Health>, "ok">;
export const Ready = z.object({ ok: z.literal(true) });
export const NotReady = z.object({
  ok: z.literal(false),
  failing: z.array(z.enum(["database", "redis"])),
  reason: z.string().exactOptional().describe("What is wrong with the database, in English."),
});

/** [W23] */
export const ServerTime = z.object({ now: milliseconds });
