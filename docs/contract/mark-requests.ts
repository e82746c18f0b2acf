import { z } from "zod";
import { Marks, StaleMarks } from "#debate/protocol/answers/mark-answers.ts";
import { StudentWork } from "#debate/protocol/answers/student-work.ts";
import { SaveMarks } from "#debate/protocol/requests.ts";
import { GRADEBOOKS } from "#debate/rules/mark-limits.ts";
import type { Requests } from "#docs/contract/request.ts";

/** Requests about marks. A colleague is answered with `not-found`. */
export const MARK_REQUESTS: Requests = {
  "GET /api/sessions/:code/marks": {
    does: "Criteria and marks of a session, or a file of them. Not in anonymous sessions. Before the first are saved, the criteria are those that the host used last. docs/data.md says what the columns mean.",
    by: "host",
    query: {
      format: { schema: z.enum(["csv", "json"]).default("json"), says: "The format of the answer." },
      for: {
        schema: z.enum(GRADEBOOKS),
        says: "With `format=csv`: for the import of this learning platform; without it everything.",
      },
    },
    answers: {
      200: { says: "The marks.", json: Marks, text: "text/csv", headers: ["Content-Disposition"] },
    },
    refuses: ["malformed"],
  },
  "PUT /api/sessions/:code/marks": {
    does: "Saves criteria, marks, or whether students see them: all that it names, or nothing. A criterion without `id` gets one, and one that is left out takes its levels along. Levels of criteria that there are not are left out. The same marks again are no other version.",
    by: "host",
    body: SaveMarks,
    answers: {
      200: { says: "Stored.", json: Marks },
      412: {
        says: "A mark with a `version` would replace another one: nothing was stored, and what is stored comes along.",
        json: StaleMarks,
      },
    },
  },
  "GET /api/sessions/:code/marks/:participantId/work": {
    does: "What one student wrote and did, without votes. Not in anonymous sessions.",
    by: "host",
    answers: { 200: { says: "The work.", json: StudentWork } },
  },
};
