import { Hono } from "hono";
import { PassesRequest } from "#debate/protocol/requests.ts";
import { passFragment } from "#debate/rules/passes.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { csvOf } from "#server/http/csv.ts";
import { downloadHeader } from "#server/http/file-name.ts";
import { refusal } from "#server/http/reply.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { makePasses, passesOf } from "#server/sessions/make-passes.ts";

/** Routes of a session's personal codes, for its host. */
export function passRoutes(
  parts: Dependencies,
  { hosted }: Checks,
  { originOf, audit }: { originOf: (headers: Headers) => string; audit: Audit },
): Hono {
  return new Hono()
    .post("/", hosted, async (context) => {
      const request = await readJson(context, PassesRequest);
      if (!request.ok) return refusal(context, request);
      const passes = await makePasses(parts, context.var.session, request.value);
      return passes.ok ? context.json({ passes: passes.value }, 201) : refusal(context, passes);
    })
    .get("/", hosted, async (context) => {
      const passes = await passesOf(parts, context.var.session);
      const format = context.req.query("format") ?? "json";
      if (format !== "csv" && format !== "json")
        return refusal(context, { code: "malformed", message: "format: csv or json" });
      await audit.exported(context.var.session, "codes");
      if (format === "json") return context.json({ passes });
      const { code, settings, classId } = context.var.session;
      const join = `${originOf(context.req.raw.headers)}/s/${code}`;
      const rows = passes.map((pass) => ({ ...pass, link: join + passFragment(pass.code) }));
      const listed = classId === null ? [] : ["name", "number"];
      const columns = [...listed, "code", "link", ...(settings.identity === "anonymous" ? [] : ["isUsed"])];
      context.header("content-disposition", downloadHeader({ code, settings }, "codes.csv"));
      return context.body(csvOf(columns, rows), 200, { "content-type": "text/csv; charset=utf-8" });
    });
}
