import { Hono } from "hono";
import type { ResetLink, SignInCode } from "#debate/protocol/answers/accounts.ts";
import { Nothing } from "#debate/protocol/messages.ts";
import { ChangeAccount, DeleteAccount } from "#debate/protocol/requests.ts";
import { tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { languageCookie } from "#server/http/language-routes.ts";
import { refusal } from "#server/http/reply.ts";
import { download } from "#server/http/seat-routes.ts";
import type { Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { resetLink } from "#server/identity/reset-mail.ts";
import type { Resets } from "#server/identity/resets.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { accountData, deleteAccount } from "#server/sessions/own-account.ts";

type Options = {
  checks: Checks;
  caller: Caller;
  instructors: Instructors;
  guesses: Guesses;
  codes: SignInCodes;
  resets: Resets;
  audit: Audit;
};

/** Routes of an instructor's account: name, language, help with forgotten passwords, sign-in codes, download and deletion. */
export function accountRoutes(
  parts: Dependencies,
  { checks, caller, instructors, guesses, codes, resets, audit }: Options,
): Hono {
  return new Hono()
    .post("/code", checks.signedIn, async (context) => {
      const request = await readJson(context, Nothing);
      if (!request.ok) return refusal(context, request);
      const made = await codes.make(context.var.instructor.id, context.var.signInId);
      return context.json(
        { ...made, url: `${caller.origin(context.req.raw.headers)}/sign-in?by=code` } satisfies SignInCode,
        201,
      );
    })
    .put("/", checks.signedIn, async (context) => {
      const request = await readJson(context, ChangeAccount);
      if (!request.ok) return refusal(context, request);
      await parts.store.accounts.change(context.var.instructor.id, request.value);
      context.header("set-cookie", languageCookie(request.value.language));
      return context.body(null, 204);
    })
    .post("/helped/:id/reset", checks.signedIn, async (context) => {
      const request = await readJson(context, Nothing);
      if (!request.ok) return refusal(context, request);
      // [I15] Only for colleagues who allow it.
      const made = await resets.make({ id: context.req.param("id"), helperId: context.var.instructor.id });
      if (!made) return refusal(context, { code: "not-found" });
      const url = resetLink(caller.origin(context.req.raw.headers), made.token);
      return context.json({ url, expiresAt: made.expiresAt } satisfies ResetLink, 201);
    })
    .put("/helper", checks.signedIn, async (context) => {
      const isAllowed = await parts.store.accounts.allowHelp(context.var.instructor.id, parts.clock());
      return isAllowed ? context.body(null, 204) : refusal(context, { code: "not-found" });
    })
    .delete("/helper", checks.signedIn, async (context) => {
      await parts.store.accounts.change(context.var.instructor.id, { helpAllowedAt: null });
      return context.body(null, 204);
    })
    .get("/data", checks.signedIn, async (context) => {
      const { id } = context.var.instructor;
      const data = await accountData(parts, id);
      await audit.write({ kind: "export", what: "account", actorId: id });
      return download(context, "my-account.json", data);
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
