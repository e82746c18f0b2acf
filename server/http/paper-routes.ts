import { Hono } from "hono";
import { PaperRequest } from "#debate/protocol/requests.ts";
import { LONG_BODY_BYTES, readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deletePaper, savePaper } from "#server/sessions/paper.ts";

/** [Y8] Votes on paper, typed in by the host. */
export function paperRoutes(parts: Dependencies, { hosted }: Checks): Hono {
  return new Hono()
    .get("/:code/paper", hosted, async (context) =>
      context.json({ slips: await parts.store.paper.ofSession(context.var.session.id) }),
    )
    .post("/:code/paper", hosted, async (context) => {
      const request = await readJson(context, PaperRequest, LONG_BODY_BYTES);
      if (!request.ok) return refusal(context, request);
      const saved = await savePaper(parts, context.var.session.id, request.value);
      return saved.ok ? context.json({ slips: saved.value }, 201) : refusal(context, saved);
    })
    .delete("/:code/paper/:id", hosted, async (context) => {
      const deleted = await deletePaper(parts, context.var.session.id, context.req.param("id"));
      return deleted.ok ? context.body(null, 204) : refusal(context, deleted);
    });
}
