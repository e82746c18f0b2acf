import { z } from "zod";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { points } from "#debate/protocol/answers/figures.ts";
import { count, id } from "#debate/protocol/answers/parts.ts";
import { atMost } from "#debate/rules/at-most.ts";

/** The one format that this version knows. */
export const SUMMARY_FORMAT = 1;
/** The longest address of a server. */
const SERVER_LENGTH = 300;

const bytes = (length: number) =>
  z
    .string()
    .max(length)
    .regex(new RegExp(`^[\\w-]{${length}}$`, "u"));
const kind = z.enum(["order", "switch", "arguing"]);
const difference = points.describe("100 times the mean of arm a minus that of arm b.");
const se = points.describe("Its standard error.");

/** [S30] What one class's experiment says. */
export const SectionExperiment = z.object({ kind, difference, se });

/** [S24] What colleagues are told of a class. */
export const Summary = z.strictObject({
  format: z.literal(SUMMARY_FORMAT),
  id,
  resolution: z.string().min(1).check(atMost(DEBATE_LIMITS.resolution)),
  textHash: z
    .string()
    .max(64)
    .regex(/^[0-9a-f]{64}$/u)
    .describe("Of the debate, as in the exported table `design`."),
  date: z.iso.date().max(10).describe("The day on which the session was opened, where the server is."),
  n: z.number().describe("People who voted before and after."),
  points: points.describe("The margin."),
  mean: points.describe("Of the margin under its prior [S8]."),
  sd: points.describe("Of the margin under its prior [S8]."),
  experiment: z.strictObject({ kind, difference, se, n: z.tuple([count, count]) }).exactOptional(),
  server: z
    .string()
    .min(1)
    .max(SERVER_LENGTH)
    .describe("The server's address, or its key's thumbprint where it has none."),
});

/** [S27] The public half of a server's key, as a JWK. */
export const SigningKey = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: bytes(43),
});

export const SignedSummary = z.strictObject({
  summary: Summary,
  signature: bytes(86).describe(
    "Ed25519 over the summary as JSON with sorted keys and no spaces, in base64url.",
  ),
  key: SigningKey,
});

/** [S28] One that only a later version can read. */
export const NewerSummary = z.looseObject({
  summary: z.looseObject({ format: z.int().gt(SUMMARY_FORMAT) }),
});

export type NewerSummary = z.infer<typeof NewerSummary>;
export type Summary = z.infer<typeof Summary>;
export type SigningKey = z.infer<typeof SigningKey>;
export type SignedSummary = z.infer<typeof SignedSummary>;
export type SectionExperiment = z.infer<typeof SectionExperiment>;
