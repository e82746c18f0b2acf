import { type Context, Hono } from "hono";
import { SecondFactorCode, SecondFactorPassword } from "#debate/protocol/requests.ts";
import { readSignInCode } from "#debate/rules/sign-in-codes.ts";
import { guess } from "#server/http/better-auth-requests.ts";
import { readJson } from "#server/http/body.ts";
import { deviceCookie, type InstructorOptions, inItsLanguage } from "#server/http/instructor-routes.ts";
import { refusal } from "#server/http/reply.ts";
import { DEVICE_COOKIE } from "#server/identity/guesses.ts";
import { readCookie } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";

type Change = "on" | "off" | "codes";

/** [I35-I37] A second factor: turned on and off with the password, and asked for after it. */
export function secondFactorRoutes(options: InstructorOptions, clock: () => number): Hono {
  const { checks, instructors, caller, guesses, onSignedOut, audit } = options;

  /** Records a change, and ends all sign-ins but this one, which Better Auth has renewed. */
  async function changed(context: Context, answer: Response, instructorId: string, what: Change) {
    const cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
    const own = context.req.header("cookie") ?? "";
    const renewed = new Headers({ cookie: [...cookie, own].join("; ") });
    const signInId = (await instructors.anySignInOf(renewed))?.id ?? "";
    await instructors.accounts.changedSecondFactor(instructorId, { signInId, what, at: clock() });
    if (what !== "codes") onSignedOut(instructorId);
    return answer;
  }

  /** A change for which the password is asked. */
  async function byPassword(context: Context, instructorId: string, what: Change | null): Promise<Response> {
    const request = await readJson(context, SecondFactorPassword);
    if (!request.ok) return refusal(context, request);
    const answer = await guess(instructors, context, await guesses.change(instructorId), request.value);
    return answer.ok && what ? changed(context, answer, instructorId, what) : answer;
  }

  /** The step after the password. */
  async function secondStep(context: Context, detail: "second-factor" | "backup-code"): Promise<Response> {
    const request = await readJson(context, SecondFactorCode);
    if (!request.ok) return refusal(context, request);
    const { headers } = context.req.raw;
    const account = await instructors.askedForCode(headers);
    if (!account) return refusal(context, { code: "stale", message: "Sign in with the password again." });
    const { id, email } = account;
    const address = neighbourhood(addressOf(headers));
    const device = readCookie(headers.get("cookie"), DEVICE_COOKIE);
    const { trustDevice = false, code: typed } = request.value;
    const code = detail === "backup-code" ? (readSignInCode(typed) ?? "") : spaceless(typed);
    const tried = await guesses.secondFactor({ email, address, device });
    if (tried.allowed && !(await guesses.isFresh(id, code)))
      return refusal(context, { code: "duplicate", message: "code: used before." });
    const answer = await guess(instructors, context, tried, { code, trustDevice });
    if (!answer.ok) {
      await audit.refused("second-factor", email);
      return answer;
    }
    await audit.write({ kind: "sign-in", what: "password", detail, actorId: id });
    answer.headers.append("set-cookie", deviceCookie(options, email, headers));
    return inItsLanguage(options, answer, id);
  }

  return new Hono()
    .post("/enable", async (context) => {
      const signIn = await instructors.anySignInOf(context.req.raw.headers);
      if (!signIn) return refusal(context, { code: "unauthorized" });
      return byPassword(context, signIn.instructor.id, null);
    })
    .post("/verify-totp", async (context) => {
      const signIn = await instructors.anySignInOf(context.req.raw.headers);
      if (!signIn) return secondStep(context, "second-factor");
      const { id } = signIn.instructor;
      const request = await readJson(context, SecondFactorCode);
      if (!request.ok) return refusal(context, request);
      if (await instructors.hasSecondFactor(id)) return refusal(context, { code: "duplicate" });
      const code = spaceless(request.value.code);
      const answer = await guess(instructors, context, await guesses.change(id), { code });
      return answer.ok ? changed(context, answer, id, "on") : answer;
    })
    .post("/verify-backup-code", async (context) => {
      if (await caller.instructorId(context.req.raw.headers)) return refusal(context, { code: "duplicate" });
      return secondStep(context, "backup-code");
    })
    .post("/generate-backup-codes", checks.signedIn, (context) =>
      byPassword(context, context.var.instructor.id, "codes"),
    )
    .post("/disable", checks.signedIn, async (context) => {
      // [I39]
      if (await instructors.accounts.needsSecondFactor())
        return refusal(context, { code: "forbidden", message: "This server requires a second factor." });
      return byPassword(context, context.var.instructor.id, "off");
    });
}

/** As apps show it: in two groups. */
const spaceless = (code: string): string => code.replace(/\s/gu, "");
