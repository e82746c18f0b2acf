import { z } from "zod";
import { Template } from "#debate/protocol/answers/host.ts";
import { RenameTemplate, TemplateRequest } from "#debate/protocol/requests.ts";
import { DONE, type Requests } from "#docs/contract/request.ts";

/** Requests about an instructor's templates. */
export const TEMPLATE_REQUESTS: Requests = {
  "GET /api/templates": {
    does: "Lists the caller's templates, the newest first.",
    by: "instructor",
    answers: { 200: { says: "They.", json: z.object({ templates: z.array(Template) }) } },
  },
  "POST /api/templates": {
    does: "Keeps settings as a template, or those of one of the caller's sessions with the minutes it took.",
    by: "instructor",
    body: TemplateRequest,
    answers: { 201: { says: "Kept.", json: z.object({ template: Template }) } },
    refuses: ["not-found", "too-many", "duplicate"],
  },
  "PUT /api/templates/:id": {
    does: "Renames one of the caller's templates.",
    by: "instructor",
    body: RenameTemplate,
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "DELETE /api/templates/:id": {
    does: "Deletes one of the caller's templates.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
};
