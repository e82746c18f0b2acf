import { type Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { z } from "zod";
import { readBody } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import { languageFor, nonceOf, page, refusalPage } from "#server/http/lti/refusal-page.ts";
import { BUTTONS, type LaunchRefusal } from "#server/http/lti/refusal-words.ts";
import type { Launch } from "#server/lti/launch.ts";
import type { Login } from "#server/lti/logins.ts";
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
    .optional(),
});
const LaunchRequest = z.object({ state: z.string(), id_token: z.string(), stored: z.string().optional() });
const PlatformError = z.object({ error: z.string() });

/** Goes on with a launch that was verified. */
export type AnswerLaunch = (context: Context, launch: Launch) => Promise<Response>;

/** [Q46] `/lti/login` and `/lti/launch`, which platforms lead browsers to. */
export function launchRoutes(parts: Dependencies, lti: Lti, caller: Caller, launched: AnswerLaunch): Hono {
  const { logins } = lti;

  /** [Q49] The page, and a line in the log that names neither token nor person. */
  function refuse(context: Context, reason: LaunchRefusal, issuer?: string, login: Login | null = null) {
    lti.log.warn({ reason, issuer: issuer?.slice(0, 200) }, "a launch was refused");
    return refusalPage(context, reason, { hints: login?.hints ?? null });
  }

  async function isTooOften(context: Context): Promise<boolean> {
    const address = neighbourhood(addressOf(context.req.raw.headers));
    return (await parts.limits.consume("lti", address, LAUNCHES)).retryAfter !== null;
  }

  async function login(context: Context, given: unknown): Promise<Response> {
    const request = LoginRequest.safeParse(given);
    if (!request.success) return refuse(context, "login-request");
    const { iss, client_id, lti_deployment_id, lti_storage_target = null, ...hints } = request.data;
    const known = (await parts.store.platforms.ofIssuer(iss)).filter(
      ({ clientId, deploymentIds }) =>
        clientId === (client_id ?? clientId) &&
        (client_id !== undefined || !lti_deployment_id || deploymentIds.includes(lti_deployment_id)),
    );
    const [platform, ...others] = known;
    if (!platform) return refuse(context, "unknown-platform", iss);
    if (others.length > 0) return refuse(context, "login-request", iss);
    const begun = logins.begin(platform, { iss, client_id: platform.clientId, ...hints }, lti_storage_target);
    const to = new URL(platform.authorizationEndpoint);
    const { login_hint, lti_message_hint } = hints;
    const asked = {
      scope: "openid",
      response_type: "id_token",
      response_mode: "form_post",
      prompt: "none",
      client_id: platform.clientId,
      redirect_uri: `${caller.openedOrigin(context.req.raw.headers)}/lti/launch`,
      login_hint,
      ...(lti_message_hint !== undefined && { lti_message_hint }),
      state: begun.state,
      nonce: begun.nonce,
    };
    for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
    context.header("set-cookie", begun.cookie);
    context.header("cache-control", "no-store");
    if (lti_storage_target === null) return context.redirect(to.href, 302);
    return storagePage(context, to, { frame: lti_storage_target, put: begun.proof, key: begun.nonce });
  }

  async function launch(context: Context, given: unknown): Promise<Response> {
    const failed = PlatformError.safeParse(given);
    if (failed.success) return refuse(context, "platform-refused");
    const request = LaunchRequest.safeParse(given);
    if (!request.success) return refuse(context, "login-request");
    const { state, id_token: idToken, stored } = request.data;
    const begun = logins.read(state);
    if (!begun) return refuse(context, "state");
    const platform = await parts.store.platforms.byId(begun.platformId);
    if (!platform) return refuse(context, "unknown-platform");
    const { issuer } = platform;
    if (logins.isOver(begun)) return refuse(context, "state-expired", issuer);
    const isBrowser = logins.isBrowser(begun, context.req.header("cookie"), stored);
    if (isBrowser === null && begun.storage !== null)
      return storagePage(context, new URL(platform.authorizationEndpoint), {
        ...{ frame: begun.storage, key: begun.nonce },
        send: { state, id_token: idToken },
        hints: begun.hints,
      });
    if (isBrowser === null) return refuse(context, "no-cookie", issuer, begun);
    if (!isBrowser) return refuse(context, "other-browser", issuer);
    const verified = await lti.verify({ platform, idToken, nonce: begun.nonce, now: parts.clock() });
    if (!verified.ok) return refuse(context, verified.fault, issuer);
    const isFirst = await parts.store.platformPeople.takeOnce(
      logins.hashOf(begun),
      begun.until,
      parts.clock(),
    );
    if (!isFirst) return refuse(context, "replayed", issuer);
    const { deploymentId } = verified.launch;
    if (platform.deploymentIds.length === 0)
      await parts.store.platforms.keep({ ...platform, deploymentIds: [deploymentId], at: parts.clock() });
    context.header("set-cookie", logins.end(begun), { append: true });
    return launched(context, verified.launch);
  }

  return new Hono()
    .use("*", async (context, next) =>
      (await isTooOften(context)) ? refuse(context, "too-many") : await next(),
    )
    .get("/login", (context) => login(context, context.req.query()))
    .post("/login", async (context) => login(context, await fields(context)))
    .post("/launch", async (context) => launch(context, await fields(context)));
}

async function fields(context: Context): Promise<unknown> {
  const body = await readBody(context, BODY);
  return body.ok && body.value.isForm ? body.value.input : {};
}

type Storing = {
  /** The platform's frame that keeps data, and under which name. */
  frame: string;
  key: string;
  /** What it shall keep, before the browser goes on to the platform. */
  put?: string;
  /** What is sent here again, with what was kept. */
  send?: Record<string, string>;
  hints?: Login["hints"];
};

/** [Q46] Where a platform keeps data for frames without cookies ("LTI Platform Storage" 1.0), the browser's half of the state is kept there, too. */
function storagePage(context: Context, to: URL, { frame, key, put, send = {}, hints = null }: Storing) {
  const language = languageFor(context);
  const asked = JSON.stringify({ frame, key, put, to: to.href, origin: to.origin }).replaceAll(
    "<",
    "\\u003c",
  );
  const inputs = Object.entries(send).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const again = new URLSearchParams(
    Object.entries(hints ?? {}).filter((entry): entry is [string, string] => !!entry[1]),
  );
  const link = put === undefined ? `/lti/login?${again}` : to.href;
  return context.html(
    page(
      context,
      language,
      "Resolved",
      html`<form method="post" action="/lti/launch">${inputs}</form>
<p><a class="button" href="${link}" target="_blank">${BUTTONS.window[language]}</a></p>
<script nonce="${nonceOf(context)}">const asked=${raw(asked)};${raw(STORE)}</script>`,
    ),
  );
}

/** Goes on without an answer after a second when storing; when asking, leaves the page with its link. */
const STORE = `
const frames = window.opener || window.parent;
let frame = frames;
try { frame = frames.frames[asked.frame] || frames; } catch {}
const id = crypto.randomUUID();
const done = (value) => {
  if (asked.put !== undefined) return location.replace(asked.to);
  if (typeof value !== "string") return;
  const form = document.forms[0];
  const input = document.createElement("input");
  input.type = "hidden"; input.name = "stored"; input.value = value;
  form.append(input); form.submit();
};
addEventListener("message", ({ data, origin }) => {
  if (origin === asked.origin && data && data.message_id === id) done(data.value);
});
frame.postMessage(asked.put === undefined
  ? { subject: "lti.get_data", message_id: id, key: asked.key }
  : { subject: "lti.put_data", message_id: id, key: asked.key, value: asked.put }, asked.origin);
if (asked.put !== undefined) setTimeout(done, 1000);`;
