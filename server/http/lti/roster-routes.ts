import { Hono } from "hono";
import { GradesRequest, RosterRequest } from "#debate/protocol/platform-requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import { sendGrades } from "#server/lti/grades.ts";
import type { Lti } from "#server/lti/lti.ts";
import { coursesOf, fillFromCourse } from "#server/lti/roster.ts";
import { languageOf } from "#server/platform/language.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** [Q58] `/api/lti/rosters`: filling classes from courses. */
export function rosterRoutes(parts: Dependencies, { services }: Lti, { signedIn }: Checks): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("*", signedIn)
    .get("/", async (context) => context.json({ courses: await coursesOf(parts, context.var.instructor.id) }))
    .post("/", async (context) => {
      const request = await readJson(context, RosterRequest);
      if (!request.ok) return refusal(context, request);
      const { id } = context.var.instructor;
      const headers = Object.fromEntries(context.req.raw.headers);
      const language = (await parts.store.accounts.languageOf(id)) ?? languageOf(headers);
      const filled = await fillFromCourse(parts, services, id, request.value, language);
      return filled.ok ? context.json(filled.value) : refusal(context, filled);
    });
}

/** [Q60] `/api/sessions/:code/grades`, for the host. */
export function gradeRoutes(
  parts: Dependencies,
  { services }: Lti,
  { hostedOnly }: Checks,
  audit: Audit,
): Hono {
  return new Hono().post("/:code/grades", hostedOnly, async (context) => {
    const request = await readJson(context, GradesRequest);
    if (!request.ok) return refusal(context, request);
    const { session } = context.var;
    const { what, dryRun = false } = request.value;
    const headers = Object.fromEntries(context.req.raw.headers);
    const language = (await parts.store.accounts.languageOf(session.hostId)) ?? languageOf(headers);
    const sent = await sendGrades(parts, services, session, { what, dryRun, language });
    if (sent.ok && !dryRun) await audit.exported(session, "grades");
    return sent.ok ? context.json(sent.value) : refusal(context, sent);
  });
}
