import { z } from "zod";
import type { Refusal } from "#debate/rules/result.ts";

/** What a caller must show, as in `server/http/checks.ts`; each brings refusals of its own. */
export const CALLERS = {
  anyone: [],
  /** Anyone who knows the code of the session in the address. */
  named: ["not-found", "too-many"],
  /** The seat's cookie. */
  seated: ["not-found", "too-many", "unauthorized"],
  instructor: ["unauthorized"],
  /** The instructor with the oldest account. */
  owner: ["unauthorized", "forbidden"],
  /** The instructor whose session it is. */
  host: ["unauthorized", "not-found", "too-many", "forbidden"],
  /** This machine, or who has the METRICS_TOKEN. */
  metrics: ["forbidden"],
} as const satisfies Record<string, readonly Refusal[]>;

export type Answer = {
  says: string;
  /** By content type; `json` where there is one schema and nothing else. */
  json?: z.ZodType;
  text?:
    | "text/csv"
    | "text/html"
    | "text/plain"
    | "application/x-ndjson"
    | "application/octet-stream"
    | "image/png"
    | "application/zip";
  headers?: ("ETag" | "Set-Cookie" | "Location" | "Content-Disposition")[];
};
export type Request = {
  does: string;
  by: keyof typeof CALLERS;
  query?: Record<string, { schema: z.ZodType; says: string; required?: true }>;
  headers?: Record<string, string>;
  body?: z.ZodType;
  /** A file, alone or in place of the body: the field `file` of `multipart/form-data`. */
  takesFile?: true;
  /** A plain form is answered with a redirect to its page. */
  takesForms?: true;
  answers: Record<number, Answer>;
  /** What it can be refused with besides what its caller and its body bring. */
  refuses?: Refusal[];
  /** Where a refusal has not its usual status. */
  statuses?: Partial<Record<Refusal, number>>;
  /** Better Auth answers with refusals of its own. */
  isBetterAuth?: true;
};

/** Requests by method and path, as the router has them. */
export type Requests = Record<string, Request>;

/** [V40] */
export const names = {
  schema: z.enum(["yes", "no"]).default("yes"),
  says: "`no`: without names, and with ids that are drawn for this answer.",
};

export const DONE: Answer = { says: "Done." };
export const page = (says: string): Answer => ({ says, text: "text/html" });
export const file = (json: z.ZodType, says: string): Answer => ({
  says,
  json,
  headers: ["Content-Disposition"],
});
