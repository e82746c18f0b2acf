import { z } from "zod";
import { Debate } from "#debate/content/debate.ts";
import { ImportRequest } from "#debate/protocol/messages.ts";
import { ErrorAnswer, ImportWarning } from "#docs/contract/answers.ts";
import { DONE, type Requests } from "#docs/contract/request.ts";
import { SaveRequest } from "#server/http/debate-routes.ts";

const debate = z.object({ debate: Debate });

/** Requests about an instructor's debates. */
export const DEBATE_REQUESTS: Requests = {
  "GET /api/debates": {
    does: "Lists the caller's debates, with the built-in one.",
    by: "instructor",
    answers: {
      200: {
        says: "They.",
        json: z.object({
          debates: z.array(
            Debate.pick({
              id: true,
              lang: true,
              resolution: true,
              series: true,
              volume: true,
              issue: true,
              date: true,
            }),
          ),
        }),
      },
    },
  },
  "POST /api/debates/import": {
    does: "Reads a newsletter's text as a debate and stores it.",
    by: "instructor",
    body: ImportRequest,
    answers: {
      201: { says: "Stored.", json: z.object({ debate: Debate, warnings: z.array(ImportWarning) }) },
      422: { says: "Not a newsletter; `fields` lists what is missing.", json: ErrorAnswer },
    },
    refuses: ["too-many"],
  },
  "POST /api/debates": {
    does: "Stores a debate.",
    by: "instructor",
    body: SaveRequest,
    answers: { 201: { says: "Stored.", json: debate } },
  },
  "GET /api/debates/:id": {
    does: "Reads one of the caller's debates, or the built-in one.",
    by: "instructor",
    answers: { 200: { says: "The debate.", json: debate, headers: ["ETag"] } },
    refuses: ["not-found"],
  },
  "PUT /api/debates/:id": {
    does: "Replaces one of the caller's debates.",
    by: "instructor",
    headers: { "If-Match": "Tags of the versions that may be replaced, or `*`." },
    body: SaveRequest,
    answers: {
      200: { says: "Stored.", json: debate, headers: ["ETag"] },
      412: {
        says: "Another version is stored, which comes along.",
        json: z.object({
          error: z.object({ code: z.literal("stale"), message: z.string() }),
          debate: Debate,
          etag: z.string(),
        }),
        headers: ["ETag"],
      },
    },
    refuses: ["not-found"],
  },
  "DELETE /api/debates/:id": {
    does: "Deletes one of the caller's debates.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
};
