import { z } from "zod";
import { Comparison, WideComparison } from "#debate/protocol/answers/comparison.ts";
import { SignedSummary } from "#debate/protocol/answers/summary.ts";
import { CompareRequest } from "#debate/protocol/requests.ts";
import type { Requests } from "#docs/contract/request.ts";

/** Comparing sessions, and what leaves a session for colleagues and researchers. */
export const COMPARISON_REQUESTS: Requests = {
  "GET /api/compare": {
    does: "Compares the caller's own sessions of one resolution, once their results are open.",
    by: "instructor",
    query: {
      codes: {
        schema: z.string(),
        says: "Two to 60 codes with commas between them; one that is named twice counts once.",
        required: true,
      },
      format: {
        schema: z.enum(["csv", "json", "package"]).default("json"),
        says: "The format of the answer; `package` is a ZIP as of a session.",
      },
    },
    answers: {
      200: {
        says: "The sessions, in the order of their codes; CSV has a line for each, `fa` those who went from For to Against.",
        json: Comparison,
        text: "text/csv",
        headers: ["Content-Disposition"],
      },
    },
    refuses: ["malformed", "not-found", "too-many", "wrong-phase"],
    statuses: { malformed: 422, "too-many": 422 },
  },
  "POST /api/compare": {
    does: "The same with classes on other servers, whose hosts sent their summaries; up to 60 in all. Each must have the same debate's text, and figures that need single steps are null with them.",
    by: "instructor",
    body: CompareRequest,
    answers: {
      200: { says: "One's own sessions, then the others, in their order.", json: WideComparison },
    },
    refuses: ["malformed", "not-found", "too-many", "wrong-phase", "forbidden"],
    statuses: { malformed: 422, "too-many": 422, forbidden: 422 },
  },
  "GET /api/sessions/:code/package": {
    does: "Every exported table without names as CSV, with datapackage.json (Frictionless Data Package 2), a codebook, the debate's text, and scripts that count the tables again, in one ZIP. `wrong-phase` while a table is sealed.",
    by: "host",
    answers: { 200: { says: "The package.", text: "application/zip", headers: ["Content-Disposition"] } },
    refuses: ["wrong-phase"],
  },
  "GET /api/sessions/:code/summary": {
    does: "What colleagues on other servers are told of a class, signed: once its results are open. The first one is kept. `forbidden` where the class is not told who moved.",
    by: "host",
    answers: {
      200: { says: "The summary with its signature.", json: SignedSummary, headers: ["Content-Disposition"] },
    },
    refuses: ["wrong-phase", "forbidden"],
    statuses: { forbidden: 422 },
  },
};
