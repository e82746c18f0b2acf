import { Hono } from "hono";
import { z } from "zod";
import { parse } from "#debate/protocol/messages.ts";
import type { AuditEntry } from "#debate/protocol/pages.ts";
import { AUDIT_KINDS } from "#debate/rules/audit.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { type Audit, auditPage } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

const AuditRequest = z.strictObject({
  kind: z.enum(AUDIT_KINDS).optional(),
  before: z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .optional(),
  format: z.enum(["json", "jsonl"]).default("json"),
});
/** How many entries are read at a time for the file. */
const AT_ONCE = 500;

/** [I30] The audit log, for the owner of the server. */
export function auditRoutes(
  { store }: Pick<Dependencies, "store">,
  { signedIn, owner }: Checks,
  audit: Audit,
): Hono<SignedIn> {
  return new Hono<SignedIn>().get("/", signedIn, owner, async (context) => {
    const asked = parse(AuditRequest, context.req.query());
    if (!asked.ok) return refusal(context, asked);
    const { format, ...query } = asked.value;
    if (format === "json") return context.json(await auditPage(store.audit, query));
    await audit.write({ kind: "export", what: "audit", actorId: context.var.instructor.id });
    context.header("content-disposition", 'attachment; filename="audit-log.jsonl"');
    const file = linesOf((before) => store.audit.read({ ...query, before }, AT_ONCE), query.before);
    return context.body(file, 200, { "content-type": "application/x-ndjson; charset=utf-8" });
  });
}

/** [L8] A line for each entry; each part is read once the one before was taken. */
function linesOf(
  read: (before: number | undefined) => Promise<AuditEntry[]>,
  first: number | undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let before = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const entries = await read(before);
        before = entries.at(-1)?.id;
        if (before === undefined) return controller.close();
        const lines = entries.map(({ at, ...entry }) =>
          JSON.stringify({ at: new Date(at).toISOString(), ...entry }),
        );
        return controller.enqueue(encoder.encode(`${lines.join("\n")}\n`));
      },
    },
    { highWaterMark: 0 },
  );
}
