import { z } from "zod";
import { REFUSALS } from "#debate/rules/result.ts";

/** Of a message. */
export const Refused = z.object({
  ok: z.literal(false),
  code: z.enum(REFUSALS),
  message: z.string().exactOptional(),
  retryAfter: z.number().exactOptional().describe("Seconds until the same message is accepted."),
});
/** Of a request. */
export const ErrorAnswer = z.object({
  error: z.object({
    code: z.enum(REFUSALS),
    message: z.string(),
    fields: z.unknown().exactOptional().describe("What is wrong, field by field, where the request says so."),
    retryAfter: z.number().exactOptional().describe("Seconds until the same request may succeed."),
  }),
});
