import { type Context, Hono } from "hono";
import type { Marks } from "#debate/protocol/answers/mark-answers.ts";
import { SaveMarks } from "#debate/protocol/requests.ts";
import { GRADEBOOKS, type Gradebook } from "#debate/rules/mark-limits.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvFile } from "#server/http/export-file.ts";
import { downloadHeader } from "#server/http/file-name.ts";
import { jsonList } from "#server/http/json-list.ts";
import { refusal } from "#server/http/reply.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { marksOf, saveMarks } from "#server/sessions/marks/marks.ts";
import { marksSheet } from "#server/sessions/marks/marks-sheet.ts";
import { studentWork } from "#server/sessions/marks/student-work.ts";

const STALE = { code: "stale", message: "These marks were saved elsewhere in the meantime." };

/** [Q20] Marks and feedback of a session, for its host. */
export function markRoutes(parts: Dependencies, { hostedOnly }: Checks, audit: Audit): Hono {
  return new Hono()
    .get("/:code/marks", hostedOnly, async (context) => {
      const { session } = context.var;
      const form = formOf(context);
      if (!form.ok) return refusal(context, form);
      if (form.value === "json") {
        const found = await marksOf(parts, session);
        return found.ok ? answer(context, found.value) : refusal(context, found);
      }
      const gradebook = form.value === "csv" ? null : form.value;
      const sheet = await marksSheet(parts, session, gradebook);
      if (!sheet.ok) return refusal(context, sheet);
      await audit.exported(session, "marks");
      const name = gradebook ? `marks-${gradebook}.csv` : "marks.csv";
      context.header("content-disposition", downloadHeader(session, name));
      const { body, type } = csvFile(sheet.value);
      return context.body(body, 200, { "content-type": type });
    })
    .put("/:code/marks", hostedOnly, async (context) => {
      const request = await readJson(context, SaveMarks, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const saved = await saveMarks(parts, context.var.session, request.value);
      return saved.ok ? answer(context, saved.value.marks, saved.value.isStale) : refusal(context, saved);
    })
    .get("/:code/marks/:participantId/work", hostedOnly, async (context) => {
      const work = await studentWork(parts, context.var.session, context.req.param("participantId"));
      return work.ok ? context.json(work.value) : refusal(context, work);
    });
}

function formOf({ req }: Context): Result<"json" | "csv" | Gradebook> {
  const { format = "json", for: whose } = req.query();
  if (format !== "csv" && format !== "json") return refuse("malformed", "format: csv or json");
  if (whose === undefined) return accept(format);
  const gradebook = GRADEBOOKS.find((each) => each === whose);
  return gradebook && format === "csv"
    ? accept(gradebook)
    : refuse("malformed", `for: with format=csv, one of ${GRADEBOOKS.join(", ")}`);
}

function answer(context: Context, { marks, ...rest }: Marks, isStale = false): Response {
  const body = jsonList("marks", marks, { ...(isStale && { error: STALE }), ...rest });
  return context.body(body, isStale ? 412 : 200, { "content-type": "application/json" });
}
