import { Hono } from "hono";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import type { Audit } from "#server/sessions/audit.ts";
import { type SummaryParts, summaryOf } from "#server/sessions/summary/summary.ts";

/** [S24] The signed summary of a session, for its host to give away. */
export function summaryRoutes(parts: SummaryParts, { hosted }: Checks, audit: Audit): Hono {
  return new Hono().get("/:code/summary", hosted, async (context) => {
    const { session } = context.var;
    const made = await summaryOf(parts, session);
    if (!made.ok) return refusal(context, made, made.code === "forbidden" ? 422 : undefined);
    await audit.exported(session, "summary", false);
    context.header("content-disposition", `attachment; filename="${session.code}-summary.json"`);
    return context.json(made.value);
  });
}
