import { Hono } from "hono";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { cachedJson, refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { rolesIn } from "#server/sessions/links.ts";
import { timeline } from "#server/sessions/timeline.ts";

/** [V24] What happened when, for those who may read the results. */
export function timelineRoutes(parts: Dependencies, { named }: Checks, caller: Caller): Hono {
  return new Hono().get("/", named, async (context) => {
    const { session } = context.var;
    const shown = await caller.shows(context.req.raw.headers, session, context.req.query("key"));
    const drawn = await timeline(parts, session, await rolesIn(parts, session, shown));
    if (!drawn.ok) return refusal(context, drawn, 403);
    // [L15] As of the results.
    context.header("cache-control", "private, no-cache");
    return cachedJson(context, drawn.value);
  });
}
