import { createMiddleware } from "hono/factory";
import type { Instructor } from "#debate/protocol/pages.ts";
import { refuse, tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { refusal } from "#server/http/reply.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { hostedSession, sessionByCode } from "#server/sessions/identify.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export type SignedIn = { Variables: { instructor: Instructor; signInId: string } };
export type InSession = { Variables: { session: SessionRecord } };
export type Seated = { Variables: InSession["Variables"] & { participantId: string } };
export type Checks = ReturnType<typeof createChecks>;

/** [L5] How often a seat may download or delete its data, or read its card. */
const ASKING = { max: 10, window: 60 };

/** Checks that a request must pass. What they find is in the context's variables. */
export function createChecks(
  parts: Dependencies,
  caller: Caller,
  isOwner: (instructorId: string) => Promise<boolean>,
) {
  const inSession = (find: typeof sessionByCode) =>
    createMiddleware<InSession>(async (context, next) => {
      const visitor = caller.visitor(context.req.raw.headers, { key: context.req.query("key") });
      const session = await find(parts, context.req.param("code") ?? "", visitor);
      if (!session.ok) return refusal(context, session);
      context.set("session", session.value);
      return next();
    });

  return {
    /** Requires a signed-in instructor: [D12] the one whom the request says it is by, where it does. */
    signedIn: createMiddleware<SignedIn>(async (context, next) => {
      const signIn = await caller.signedIn(context.req.raw.headers);
      const by = context.req.header("x-instructor") ?? signIn?.instructor.id;
      if (signIn === null || by !== signIn.instructor.id) return refusal(context, { code: "unauthorized" });
      context.set("instructor", signIn.instructor);
      context.set("signInId", signIn.id);
      return next();
    }),
    /** [I30] After `signedIn`: requires the owner of the server. */
    owner: createMiddleware<SignedIn>(async (context, next) => {
      if (!(await isOwner(context.var.instructor.id))) return refusal(context, { code: "forbidden" });
      return next();
    }),
    /** Finds the session by the code in the URL. */
    named: inSession(sessionByCode),
    /** [A1] Requires the session's host. */
    hosted: inSession(hostedSession),
    /** The same for what a colleague must not even know of. */
    hostedOnly: inSession(async (...asked) => {
      const found = await hostedSession(...asked);
      return !found.ok && found.code === "forbidden" ? refuse("not-found") : found;
    }),
    /** After `named`: the seat in the phone's cookie, even if it was removed. [L5] Each request counts. */
    seated: createMiddleware<Seated>(async (context, next) => {
      const { session } = context.var;
      const participantId = caller.seatId(context.req.raw.headers, session);
      const seat = participantId === null ? null : await parts.store.participants.byId(participantId);
      if (seat?.sessionId !== session.id) return refusal(context, { code: "unauthorized" });
      const { retryAfter } = await parts.limits.consume("mine", seat.id, ASKING);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      context.set("participantId", seat.id);
      return next();
    }),
  };
}
