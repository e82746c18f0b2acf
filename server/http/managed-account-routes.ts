import { Hono } from "hono";
import type { z } from "zod";
import type { ManagedAccounts } from "#debate/protocol/answers/accounts.ts";
import { RequireSecondFactor } from "#debate/protocol/requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { deleteAccount } from "#server/sessions/own-account.ts";

type Options = {
  checks: Checks;
  instructors: Instructors;
  /** Called when all of an instructor's sign-ins were ended. */
  onSignedOut: (instructorId: string) => void;
};

/** [I42] All accounts, for the owner of the server. */
export function managedAccountRoutes(
  parts: Dependencies,
  { checks: { signedIn, owner }, instructors, onSignedOut }: Options,
): Hono<SignedIn> {
  const { accounts } = instructors;
  return (
    new Hono<SignedIn>()
      .use("*", signedIn, owner)
      .get("/", async (context) =>
        context.json({
          instructors: await accounts.list(),
          secondFactorRequired: await accounts.needsSecondFactor(),
        } satisfies z.infer<typeof ManagedAccounts>),
      )
      .put("/second-factor", async (context) => {
        const request = await readJson(context, RequireSecondFactor);
        if (!request.ok) return refusal(context, request);
        const by = { at: parts.clock(), actorId: context.var.instructor.id };
        await accounts.requireSecondFactor(request.value.required, by);
        return context.body(null, 204);
      })
      // [I43] Not the owner's own account: no one could undo it.
      .use("/:id/*", async (context, next) => {
        const isOwn = context.req.param("id") === context.var.instructor.id;
        return isOwn ? refusal(context, { code: "forbidden" }) : next();
      })
      .put("/:id/lock", async (context) => {
        const id = context.req.param("id");
        const by = { at: parts.clock(), actorId: context.var.instructor.id };
        if (!(await accounts.lock(id, by))) return refusal(context, { code: "not-found" });
        onSignedOut(id);
        return context.body(null, 204);
      })
      .delete("/:id/lock", async (context) => {
        const by = { at: parts.clock(), actorId: context.var.instructor.id };
        const isDone = await accounts.unlock(context.req.param("id"), by);
        return isDone ? context.body(null, 204) : refusal(context, { code: "not-found" });
      })
      .delete("/:id/second-factor", async (context) => {
        const by = { at: parts.clock(), actorId: context.var.instructor.id };
        const isDone = await accounts.removeSecondFactor(context.req.param("id"), by);
        return isDone ? context.body(null, 204) : refusal(context, { code: "not-found" });
      })
      .delete("/:id", async (context) => {
        const id = context.req.param("id");
        if (!(await accounts.exists(id))) return refusal(context, { code: "not-found" });
        // [I38] First, so that it opens no session meanwhile.
        await accounts.lock(id, { at: parts.clock(), actorId: context.var.instructor.id });
        await deleteAccount(parts, id, context.var.instructor.id);
        onSignedOut(id);
        return context.body(null, 204);
      })
  );
}
