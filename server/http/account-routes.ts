import { Hono } from "hono";
import { DeleteAccount, Nothing } from "#debate/protocol/messages.ts";
import { tooOften } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import { download } from "#server/http/data-rights-routes.ts";
import { readJson, refusal } from "#server/http/reply.ts";
import type { Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { accountData, deleteAccount } from "#server/sessions/own-account.ts";

type Options = { caller: Caller; instructors: Instructors; guesses: Guesses; codes: SignInCodes };

/** An instructor's account: sign-in codes for another computer, download and deletion. */
export function accountRoutes(parts: Dependencies, { caller, instructors, guesses, codes }: Options): Hono {
  return new Hono()
    .post("/code", async (context) => {
      const { headers } = context.req.raw;
      const signIn = await caller.signIn(headers);
      if (signIn === null) return refusal(context, { code: "unauthorized" });
      const request = await readJson(context, Nothing);
      if (!request.ok) return refusal(context, request);
      const made = await codes.make(signIn.instructorId, signIn.id);
      return context.json({ ...made, url: `${caller.origin(headers)}/sign-in?by=code` }, 201);
    })
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
        return refusal(context, { code: "forbidden", message: "proof: wrong password." });
      await tried.wasNoGuess();
      await deleteAccount(parts, instructor.id);
      for (const cookie of (await instructors.signOut(headers)).getSetCookie())
        context.header("set-cookie", cookie, { append: true });
      return context.body(null, 204);
    });
}
