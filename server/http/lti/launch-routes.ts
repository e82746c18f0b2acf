import { type Context, Hono } from "hono";
import { z } from "zod";
import { readBody } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import { refusalPage } from "#server/http/lti/refusal-page.ts";
import type { LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import { storagePage } from "#server/http/lti/storage-page.ts";
import type { Launch } from "#server/lti/launch.ts";
import type { Lti } from "#server/lti/lti.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

/** A token with everything that a course says of itself. */
const BODY = 64 * 1024;
/** [Q46] How often one address may begin launches, or send their ends: a school of 2,000 may share it. */
const LAUNCHES = { max: 4_000, window: 60 };

const text = z.string().max(4_000);
const LoginRequest = z.object({
  iss: text,
  login_hint: text,
  client_id: text.optional(),
  lti_message_hint: text.optional(),
  target_link_uri: text.optional(),
  lti_deployment_id: text.optional(),
  lti_storage_target: z
    .string()
    .regex(/^[\w-]{1,64}$/u)
    .optional()
    .catch(undefined),
});
const LaunchRequest = z.object({ state: z.string(), id_token: z.string(), stored: z.string().optional() });
/** [Q49] Of what a platform says only the code is shown: anyone can post the rest. */
const PlatformError = z.object({
  error: z.string(),
  state: z.string().catch(""),
});
const ERROR_CODE = /^[a-z_]{1,40}$/u;

type Told = Parameters<typeof refusalPage>[2];
/** Moodle sends what it does not have as an empty text. */
const filled = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** Goes on with a launch that was verified. */
export type AnswerLaunch = (context: Context, launch: Launch) => Promise<Response>;

/** [Q46] `/lti/login` and `/lti/launch`, which platforms lead browsers to. */
export function launchRoutes(parts: Dependencies, lti: Lti, caller: Caller, launched: AnswerLaunch): Hono {
  const { logins } = lti;

  /** [Q49] The page, and a line in the log that names neither token nor person. */
  function refuse(context: Context, reason: LaunchRefusal, issuer?: string, more: Told = {}) {
    lti.log.warn({ reason, issuer: issuer?.slice(0, 200) }, "a launch was refused");
    return refusalPage(context, reason, more);
  }

  async function isTooOften(context: Context): Promise<boolean> {
    const address = neighbourhood(addressOf(context.req.raw.headers));
    return (await parts.limits.consume("lti", address, LAUNCHES)).retryAfter !== null;
  }

  async function login(context: Context, given: unknown): Promise<Response> {
    const request = LoginRequest.safeParse(given);
    if (!request.success) return refuse(context, "login-request");
    const { iss, client_id, lti_deployment_id, lti_storage_target = null, ...sent } = request.data;
    const known = (await parts.store.platforms.ofIssuer(iss)).filter(
      ({ clientId, deploymentIds }) =>
        clientId === (client_id ?? clientId) &&
        (client_id !== undefined || !lti_deployment_id || deploymentIds.includes(lti_deployment_id)),
    );
    const [platform, ...others] = known;
    if (!platform) return refuse(context, "unknown-platform", iss);
    if (others.length > 0) return refuse(context, "login-request", iss);
    const origin = caller.openedOrigin(context.req.raw.headers);
    const { login_hint, lti_message_hint } = sent;
    const hints = { iss, client_id: platform.clientId, ...sent };
    const begun = logins.begin(platform, hints, lti_storage_target);
    const to = new URL(platform.authorizationEndpoint);
    const asked = {
      scope: "openid",
      response_type: "id_token",
      response_mode: "form_post",
      prompt: "none",
      client_id: platform.clientId,
      redirect_uri: `${origin}/lti/launch`,
      login_hint,
      ...(lti_message_hint !== undefined && { lti_message_hint }),
      state: begun.state,
      nonce: begun.nonce,
    };
    for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
    context.header("set-cookie", begun.cookie);
    context.header("cache-control", "no-store");
    if (lti_storage_target === null) return context.redirect(to.href, 302);
    return storagePage(context, to, {
      ...{ frame: lti_storage_target, put: begun.proof, key: begun.nonce },
      hints,
    });
  }

  async function launch(context: Context, given: unknown): Promise<Response> {
    const failed = PlatformError.safeParse(given);
    if (failed.success) return refuseForPlatform(context, failed.data);
    const request = LaunchRequest.safeParse(given);
    if (!request.success) return refuse(context, "login-request");
    const { state, id_token: idToken } = request.data;
    const begun = logins.read(state);
    if (!begun) return refuse(context, "state");
    const platform = await parts.store.platforms.byId(begun.platformId);
    if (!platform) return refuse(context, "unknown-platform");
    const { issuer } = platform;
    if (logins.isOver(begun)) return refuse(context, "state-expired", issuer);
    const { stored } = request.data;
    const isBrowser = logins.isBrowser(
      begun,
      context.req.header("cookie"),
      // Only our own page has asked the platform for it: another site would send its own half with its own state.
      context.req.header("origin") === caller.openedOrigin(context.req.raw.headers) ? stored : undefined,
    );
    if (isBrowser === null && begun.storage !== null)
      return storagePage(context, new URL(platform.authorizationEndpoint), {
        ...{ frame: begun.storage, key: begun.nonce },
        send: { state, id_token: idToken },
        hints: begun.hints,
      });
    if (isBrowser === null) return refuse(context, "no-cookie", issuer, { hints: begun.hints });
    if (!isBrowser) return refuse(context, "other-browser", issuer);
    const { nonce, target } = begun;
    const verified = await lti.verify({ platform, idToken, nonce, target, now: parts.clock() });
    if (!verified.ok) return refuse(context, verified.fault, issuer);
    const isFirst = await parts.store.platformPeople.takeOnce(
      logins.hashOf(begun),
      begun.until,
      parts.clock(),
    );
    if (!isFirst) return refuse(context, "replayed", issuer);
    const { deploymentId } = verified.launch;
    const isKnown = platform.deploymentIds.includes(deploymentId);
    if (!isKnown && !(await parts.store.platforms.learn(platform.id, deploymentId)))
      return refuse(context, "deployment", issuer);
    context.header("set-cookie", logins.end(begun), { append: true });
    return launched(context, verified.launch);
  }

  /** [Q49] What a platform posts in place of a token. */
  async function refuseForPlatform(context: Context, { error, state }: z.infer<typeof PlatformError>) {
    const begun = logins.read(state);
    const platform = begun && (await parts.store.platforms.byId(begun.platformId));
    const why = ERROR_CODE.test(error) ? error : undefined;
    return refuse(context, "platform-refused", platform?.issuer, { why });
  }

  return (
    new Hono()
      .use("*", async (context, next) =>
        (await isTooOften(context)) ? refuse(context, "too-many") : await next(),
      )
      .get("/login", (context) => login(context, filled(context.req.query())))
      .post("/login", async (context) => login(context, await fields(context)))
      // Someone who reloads the address of a launch.
      .get("/launch", (context) => refuse(context, "login-request"))
      .post("/launch", async (context) => launch(context, await fields(context)))
  );
}

async function fields(context: Context): Promise<unknown> {
  const body = await readBody(context, BODY);
  return body.ok && body.value.isForm ? body.value.input : {};
}
