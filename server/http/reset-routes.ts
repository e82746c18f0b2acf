import { Hono } from "hono";
import type { z } from "zod";
import type { PasswordSet } from "#debate/protocol/answers/accounts.ts";
import { MailReset, ResetPassword } from "#debate/protocol/requests.ts";
import { tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import { type SigningIn, signedInBy } from "#server/http/instructor-routes.ts";
import { languageCookie } from "#server/http/language-routes.ts";
import { refusal } from "#server/http/reply.ts";
import type { ResetMail } from "#server/identity/reset-mail.ts";
import type { Resets } from "#server/identity/resets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { languageOf } from "#server/platform/language.ts";

type Options = {
  resets: Resets;
  /** Mails links, if the server sends mail. */
  resetMail: ResetMail | null;
  /** Called when all of an instructor's sign-ins were ended. */
  onSignedOut: (instructorId: string) => void;
};

/** Routes for a forgotten password: asking for a link by mail, and using one. */
export function resetRoutes({ resets, resetMail, onSignedOut }: Options, signingIn: SigningIn): Hono {
  const { guesses } = signingIn;
  return new Hono()
    .post("/", async (context) => {
      const request = await readJson(context, ResetPassword);
      if (!request.ok) return refusal(context, request);
      const { token, password } = request.value;
      const { headers } = context.req.raw;
      const tried = await guesses.link("reset", token, neighbourhood(addressOf(headers)));
      if (!tried.allowed) return refusal(context, tooOften(tried.retryAfter));
      const used = await resets.use(token, password);
      if (!used.ok) return refusal(context, used);
      onSignedOut(used.value.id);
      resetMail?.tellChanged(used.value, languageOf(Object.fromEntries(headers)));
      const { id, email } = used.value;
      if (await signingIn.instructors.hasSecondFactor(id)) {
        // [I35] A new password is no second factor.
        const asked = await signingIn.instructors.signIn({ email, password }, headers);
        for (const cookie of asked.headers.getSetCookie())
          context.header("set-cookie", cookie, { append: true });
        return context.json({ ok: true, twoFactorRedirect: true } satisfies z.infer<typeof PasswordSet>);
      }
      const answer = await signedInBy(signingIn, id, headers, 200);
      const { language } = used.value;
      if (language !== null) answer.headers.append("set-cookie", languageCookie(language));
      return answer;
    })
    .post("/mail", async (context) => {
      if (!resetMail) return refusal(context, { code: "not-found" });
      const request = await readJson(context, MailReset);
      if (!request.ok) return refusal(context, request);
      const { email } = request.value;
      const { headers } = context.req.raw;
      const tried = await guesses.mail(email, neighbourhood(addressOf(headers)));
      if (!tried.allowed) return refusal(context, tooOften(tried.retryAfter));
      resetMail.sendLink(email, languageOf(Object.fromEntries(headers)));
      return context.json({ ok: true }, 202);
    });
}
