import { type Context, Hono } from "hono";
import { ChangePassword, CodeRequest, SetupRequest, SignInRequest } from "#debate/protocol/requests.ts";
import type { Language } from "#debate/rules/languages.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { readSignInCode } from "#debate/rules/sign-in-codes.ts";
import { readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks } from "#server/http/checks.ts";
import { languageCookie } from "#server/http/language-routes.ts";
import { refusal } from "#server/http/reply.ts";
import { DEVICE_AGE, DEVICE_COOKIE, type Guesses, type Try } from "#server/identity/guesses.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { PROVIDER } from "#server/identity/oidc.ts";
import type { SignInCodes } from "#server/identity/sign-in-codes.ts";
import { readCookie } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";

type Options = {
  checks: Checks;
  instructors: Instructors;
  caller: Caller;
  guesses: Guesses;
  codes: SignInCodes;
  languageOf: (instructorId: string) => Promise<Language | null>;
  /** Called when some of an instructor's sign-ins were ended. */
  onSignedOut: (instructorId: string) => void;
  log: Log;
};
export type SigningIn = Pick<Options, "instructors" | "caller" | "guesses">;

/** Routes for signing in, for the open paths of Better Auth [I8], and for the setup of the first instructor. */
export function instructorRoutes(options: Options): Hono {
  const { checks, instructors, caller, guesses, codes, languageOf, onSignedOut, log } = options;

  /** [W1] Passes on the parsed fields only. */
  function passOn(context: Context, body: object): Promise<Response> {
    const { url } = context.req.raw;
    const headers = new Headers(context.req.raw.headers);
    headers.delete("content-length");
    headers.set("content-type", "application/json");
    return instructors.handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
  }

  /** Counts only wrong passwords. */
  async function guess(context: Context, tried: Try, body: object): Promise<Response> {
    if (!tried.allowed) {
      context.header("retry-after", String(tried.retryAfter));
      return refusal(context, { code: "too-many" });
    }
    const answer = await passOn(context, body).catch(async (error) => {
      await tried.wasNoGuess();
      throw error;
    });
    if (answer.ok) await tried.wasNoGuess();
    return answer;
  }

  /** [I17] Adds the account's language to an answer that signs in. */
  async function inItsLanguage(answer: Response): Promise<Response> {
    const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
    const instructorId = await caller.instructorId(new Headers({ cookie: cookie.join("; ") }));
    const language = instructorId === null ? null : await languageOf(instructorId);
    if (language !== null) answer.headers.append("set-cookie", languageCookie(language));
    return answer;
  }

  return new Hono()
    .post("/auth/sign-in/email", async (context) => {
      const { headers } = context.req.raw;
      const request = await readJson(context, SignInRequest);
      if (!request.ok) return refusal(context, request);
      const { email } = request.value;
      const address = neighbourhood(addressOf(headers));
      const device = readCookie(headers.get("cookie"), DEVICE_COOKIE);
      const answer = await guess(context, await guesses.signIn({ email, address, device }), request.value);
      if (!answer.ok) return answer;
      answer.headers.append("set-cookie", deviceCookie(options, email, headers));
      return inItsLanguage(answer);
    })
    .post("/auth/sign-in/code", async (context) => {
      const { headers } = context.req.raw;
      const request = await readJson(context, CodeRequest);
      if (!request.ok) return refusal(context, request);
      const code = readSignInCode(request.value.code);
      const instructorId = code && (await codes.use(code));
      const signIn = instructorId ? await instructors.signInProved(instructorId, headers) : null;
      if (signIn) return inItsLanguage(signedIn(options, signIn.email, signIn.headers, headers, 200));
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
      const answer = await guess(context, await guesses.change(instructor.id), body);
      if (answer.ok) onSignedOut(instructor.id);
      return answer;
    })
    .get("/auth/get-session", (context) => instructors.handler(context.req.raw))
    .get(`/auth/callback/${PROVIDER}`, async (context) => {
      if (!instructors.oidc) return refusal(context, { code: "not-found" });
      try {
        return await inItsLanguage(await instructors.oidc.callback(context.req.raw));
      } catch (error) {
        refusalOf(error, log, "the OpenID Connect provider cannot be used");
        return context.redirect("/sign-in?error=no_provider");
      }
    })
    .on("POST", ["/auth/sign-out", "/auth/revoke-sessions"], async (context) => {
      const leaving = await caller.instructorId(context.req.raw.headers);
      const answer = await passOn(context, {});
      if (leaving !== null && answer.ok) onSignedOut(leaving);
      return answer;
    })
    .post("/setup", async (context) => {
      const request = await readJson(context, SetupRequest);
      if (!request.ok) return refusal(context, request);
      const { token, retentionDays, ...instructor } = request.value;
      const done = await instructors.setUp(token, instructor, retentionDays);
      if (!done.ok) return refusal(context, done);
      const signIn = await instructors.signIn(instructor);
      return signedIn(options, instructor.email, signIn, context.req.raw.headers, 201);
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
  const proved = instructorId === null ? null : await instructors.signInProved(instructorId, asked);
  const headers = proved?.headers ?? (await instructors.signInNobody(asked));
  return signedIn(options, proved?.email ?? "", headers, asked, status);
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
function deviceCookie({ guesses, caller }: SigningIn, email: string, asked: Headers): string {
  const secure = caller.origin(asked).startsWith("https:") ? "; Secure" : "";
  return `${DEVICE_COOKIE}=${guesses.deviceFor(email)}; Path=/api/auth; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_AGE}${secure}`;
}
