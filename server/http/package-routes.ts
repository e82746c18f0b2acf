import { Hono } from "hono";
import type { Checks } from "#server/http/checks.ts";
import { plainCsv } from "#server/http/csv.ts";
import { refusal } from "#server/http/reply.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { sessionPackage } from "#server/sessions/package/session-package.ts";

/** [V52] The data package of a session, for its host. */
export function packageRoutes(parts: Dependencies, { hosted }: Checks, audit: Audit): Hono {
  return new Hono().get("/:code/package", hosted, async (context) => {
    const { session } = context.var;
    const made = await sessionPackage(parts, session, plainCsv);
    if (!made.ok) return refusal(context, made);
    await audit.exported(session, "package", false);
    return context.body(Buffer.from(made.value), 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${session.code}-data.zip"`,
    });
  });
}
