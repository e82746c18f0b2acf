import { Hono } from "hono";
import { ChangePassword, CodeRequest, SetupRequest, SignInRequest } from "#debate/protocol/requests.ts";
import type { Language } from "#debate/rules/languages.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { readSignInCode } from "#debate/rules/sign-in-codes.ts";
import { guess, passOn } from "#server/http/better-auth-requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { languageCookie } from "#server/http/language-routes.ts";
import { refusal } from "#server/http/reply.ts";
import { DEVICE_AGE, DEVICE_COOKIE, type Guesses } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { PROVIDER } from "#server/identity/oidc.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import { readCookie } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";
import type { Audit } from "#server/sessions/audit.ts";

export type InstructorOptions = {
  checks: Checks;
  instructors: Instructors;
  caller: Caller;
  guesses: Guesses;
  codes: SignInCodes;
  languageOf: (instructorId: string) => Promise<Language | null>;
  /** Called when some of an instructor's sign-ins were ended. */
  onSignedOut: (instructorId: string) => void;
  audit: Pick<Audit, "refused" | "write">;
  log: Log;
};
export type SigningIn = Pick<InstructorOptions, "instructors" | "caller" | "guesses">;

/** Routes for signing in, for the open paths of Better Auth [I8], and for the setup of the first instructor. */
export function instructorRoutes(options: InstructorOptions): Hono {
  const { checks, instructors, caller, guesses, codes, onSignedOut, audit, log } = options;

  return new Hono()
    .post("/auth/sign-in/email", async (context) => {
      const { headers } = context.req.raw;
      const request = await readJson(context, SignInRequest);
      if (!request.ok) return refusal(context, request);
      const { email } = request.value;
      const address = neighbourhood(addressOf(headers));
      const device = readCookie(headers.get("cookie"), DEVICE_COOKIE);
      const answer = await guess(
        instructors,
        context,
        await guesses.signIn({ email, address, device }),
        request.value,
      );
      if (!answer.ok) {
        await audit.refused("password", email);
        return answer;
      }
      // [I35] Without its code it is no sign-in yet, and makes no browser known.
      const { user } = (await answer.clone().json()) as { user?: { id: string } };
      if (!user) return answer;
      await audit.write({ kind: "sign-in", what: "password", actorId: user.id });
      answer.headers.append("set-cookie", deviceCookie(options, email, headers));
      return inItsLanguage(options, answer, user.id);
    })
    .post("/auth/sign-in/code", async (context) => {
      const { headers } = context.req.raw;
      const request = await readJson(context, CodeRequest);
      if (!request.ok) return refusal(context, request);
      const code = readSignInCode(request.value.code);
      const instructorId = code && (await codes.use(code));
      const signIn = instructorId ? await instructors.signInProved(instructorId, "code", headers) : null;
      if (signIn && instructorId)
        return inItsLanguage(
          options,
          signedIn(options, signIn.email, signIn.headers, headers, 200),
          instructorId,
        );
      await audit.refused("code");
      return refusal(context, { code: "forbidden", message: "code: not valid." });
    })
    .post("/auth/change-password", checks.signedIn, async (context) => {
      const { instructor } = context.var;
      const request = await readJson(context, ChangePassword);
      if (!request.ok) return refusal(context, request);
      const fault = passwordFault(request.value.newPassword, instructor);
      if (fault) return refusal(context, { code: "malformed", message: `newPassword: ${fault}` });
      // [I6] The old password and all other sign-ins stop working.
      const body = { ...request.value, revokeOtherSessions: true };
      const answer = await guess(instructors, context, await guesses.change(instructor.id), body);
      if (answer.ok) {
        await instructors.accounts.forgetDevices(instructor.id);
        onSignedOut(instructor.id);
      }
      return answer;
    })
    .get("/auth/get-session", (context) => instructors.handler(context.req.raw))
    .get(`/auth/callback/${PROVIDER}`, async (context) => {
      if (!instructors.oidc) return refusal(context, { code: "not-found" });
      try {
        const answer = await instructors.oidc.callback(context.req.raw);
        if (answer.headers.get("location")?.includes("error=")) await audit.refused("provider");
        const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
        const instructorId = await caller.instructorId(new Headers({ cookie: cookie.join("; ") }));
        return instructorId === null ? answer : await inItsLanguage(options, answer, instructorId);
      } catch (error) {
        refusalOf(error, log, "the OpenID Connect provider cannot be used");
        return context.redirect("/sign-in?error=no_provider");
      }
    })
    .on("POST", ["/auth/sign-out", "/auth/revoke-sessions"], async (context) => {
      const leaving = await caller.instructorId(context.req.raw.headers);
      const answer = await passOn(instructors, context, {});
      if (leaving === null || !answer.ok) return answer;
      if (context.req.path.endsWith("/revoke-sessions")) await instructors.accounts.forgetDevices(leaving);
      onSignedOut(leaving);
      return answer;
    })
    .post("/setup", async (context) => {
      const request = await readJson(context, SetupRequest);
      if (!request.ok) return refusal(context, request);
      const { token, retentionDays, ...instructor } = request.value;
      const done = await instructors.setUp(token, instructor, retentionDays);
      if (!done.ok) return refusal(context, done);
      const { headers } = await instructors.signIn(instructor, context.req.raw.headers);
      return signedIn(options, instructor.email, headers, context.req.raw.headers, 201);
    });
}

/**
 * The answer to a used link. [I10] It looks the same whether it signs in a new account or, for null, none.
 */
export async function signedInBy(
  options: SigningIn,
  instructorId: string | null,
  asked: Headers,
  status: 200 | 201 = 201,
): Promise<Response> {
  const { instructors } = options;
  const proved = instructorId === null ? null : await instructors.signInProved(instructorId, "link", asked);
  const headers = proved?.headers ?? (await instructors.signInNobody(asked));
  return signedIn(options, proved?.email ?? "", headers, asked, status);
}

/** [I17] Adds the account's language to an answer that signs in. */
export async function inItsLanguage(
  { languageOf }: Pick<InstructorOptions, "languageOf">,
  answer: Response,
  instructorId: string,
): Promise<Response> {
  const language = await languageOf(instructorId);
  if (language !== null) answer.headers.append("set-cookie", languageCookie(language));
  return answer;
}

/** A response that signs an instructor in, and marks the browser as known. */
function signedIn(
  options: SigningIn,
  email: string,
  signIn: Headers,
  asked: Headers,
  status: 200 | 201,
): Response {
  const cookies = [...signIn.getSetCookie(), deviceCookie(options, email, asked)];
  return new Response(JSON.stringify({ ok: true }), {
    status,
    headers: [
      ["content-type", "application/json"],
      ...cookies.map((cookie): [string, string] => ["set-cookie", cookie]),
    ],
  });
}

/** [I4] Remembers the browser for the account that it signed in to. */
export function deviceCookie({ guesses, caller }: SigningIn, email: string, asked: Headers): string {
  const secure = caller.origin(asked).startsWith("https:") ? "; Secure" : "";
  return `${DEVICE_COOKIE}=${guesses.deviceFor(email)}; Path=/api/auth; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_AGE}${secure}`;
}
