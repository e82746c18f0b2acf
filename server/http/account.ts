import { Hono } from "hono";
import { DeleteAccount } from "#debate/protocol/messages.ts";
import { tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { download } from "#server/http/data-rights.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { accountData, deleteAccount } from "#server/sessions/account.ts";
import type { Parts } from "#server/sessions/parts.ts";

/** An instructor's own account: taking along what is stored about it, and deleting it. */
export function accountRoutes(
  parts: Parts,
  { caller, instructors, guesses }: { caller: Caller; instructors: Instructors; guesses: Guesses },
): Hono {
  return new Hono()
    .get("/data", async (context) => {
      const id = await caller.instructorId(context.req.raw.headers);
      if (id === null) return refusal(context, { code: "unauthorized" });
      return download(context, "my-account.json", await accountData(parts, id));
    })
    .delete("/", async (context) => {
      const { headers } = context.req.raw;
      const instructor = await caller.instructor(headers);
      if (instructor === null) return refusal(context, { code: "unauthorized" });
      const request = await readJson(context, DeleteAccount);
      if (!request.ok) return refusal(context, request);
      const tried = await guesses.change(instructor.id);
      if (!tried.allowed) return refusal(context, tooOften(tried.retryAfter));
      if (!(await instructors.proves(instructor, request.value.proof)))
        return refusal(context, { code: "forbidden", message: "proof: this is not the password." });
      await tried.wasNoGuess();
      await deleteAccount(parts, instructor.id);
      for (const cookie of (await instructors.signOut(headers)).getSetCookie())
        context.header("set-cookie", cookie, { append: true });
      return context.body(null, 204);
    });
}
