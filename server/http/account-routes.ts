import { Hono } from "hono";
import { DeleteAccount, Nothing } from "#debate/protocol/messages.ts";
import { tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { download } from "#server/http/data-rights-routes.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { accountData, deleteAccount } from "#server/sessions/own-account.ts";

type Options = {
  checks: Checks;
  caller: Caller;
  instructors: Instructors;
  guesses: Guesses;
  codes: SignInCodes;
};

/** Routes of an instructor's account: sign-in codes for another computer, download and deletion. */
export function accountRoutes(
  parts: Dependencies,
  { checks, caller, instructors, guesses, codes }: Options,
): Hono {
  return new Hono()
    .post("/code", checks.signedIn, async (context) => {
      const request = await readJson(context, Nothing);
      if (!request.ok) return refusal(context, request);
      const made = await codes.make(context.var.instructor.id, context.var.signInId);
      return context.json({ ...made, url: `${caller.origin(context.req.raw.headers)}/sign-in?by=code` }, 201);
    })
    .get("/data", checks.signedIn, async (context) => {
      return download(context, "my-account.json", await accountData(parts, context.var.instructor.id));
    })
    .delete("/", checks.signedIn, async (context) => {
      const { instructor } = context.var;
      const request = await readJson(context, DeleteAccount);
      if (!request.ok) return refusal(context, request);
      const tried = await guesses.change(instructor.id);
      if (!tried.allowed) return refusal(context, tooOften(tried.retryAfter));
      if (!(await instructors.proves(instructor, request.value.proof)))
        return refusal(context, { code: "forbidden", message: "proof: wrong password." });
      await tried.wasNoGuess();
      await deleteAccount(parts, instructor.id);
      for (const cookie of (await instructors.signOut(context.req.raw.headers)).getSetCookie())
        context.header("set-cookie", cookie, { append: true });
      return context.body(null, 204);
    });
}
