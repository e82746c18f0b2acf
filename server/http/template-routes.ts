import { Hono } from "hono";
import { RenameTemplate, TemplateRequest } from "#debate/protocol/requests.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { keepTemplate } from "#server/sessions/keep-template.ts";

/** [D34] Routes of an instructor's templates. */
export function templateRoutes(
  parts: Pick<Dependencies, "store" | "clock" | "ids">,
  { signedIn }: Checks,
): Hono<SignedIn> {
  const { templates } = parts.store;
  return new Hono<SignedIn>()
    .use("*", signedIn)
    .get("/", async (context) => {
      return context.json({ templates: await templates.of(context.var.instructor.id) });
    })
    .post("/", async (context) => {
      const request = await readJson(context, TemplateRequest, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const kept = await keepTemplate(parts, context.var.instructor.id, request.value);
      return kept.ok ? context.json({ template: kept.value }, 201) : refusal(context, kept);
    })
    .put("/:id", async (context) => {
      const request = await readJson(context, RenameTemplate);
      if (!request.ok) return refusal(context, request);
      const id = context.req.param("id");
      const renamed = await templates.rename(context.var.instructor.id, id, request.value.name);
      return renamed ? context.body(null, 204) : refusal(context, { code: "not-found" });
    })
    .delete("/:id", async (context) => {
      const removed = await templates.remove(context.var.instructor.id, context.req.param("id"));
      return removed ? context.body(null, 204) : refusal(context, { code: "not-found" });
    });
}
