import { Hono } from "hono";
import { html, raw } from "hono/html";
import { NewPlatformRequest } from "#debate/protocol/platform-requests.ts";
import { readJson } from "#server/http/body.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Checks, SignedIn } from "#server/http/checks.ts";
import { hostOf } from "#server/http/lti/launch-pages.ts";
import { languageFor, nonceOf, page, refusalPage } from "#server/http/lti/refusal-page.ts";
import { refusal } from "#server/http/reply.ts";
import type { Lti } from "#server/lti/lti.ts";
import { addPlatform, platformsAnswer, removePlatform, toAnswer } from "#server/lti/platforms.ts";
import { allowRegistration, register } from "#server/lti/register.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";

type Given = { caller: Caller; audit: Audit };

const REGISTERED = {
  en: {
    title: "Resolved is registered",
    body: (platform: string) =>
      `Go back to ${platform} and activate the tool there. You can close this page.`,
  },
  ja: {
    title: "Resolvedを登録しました",
    body: (platform: string) =>
      `${platform}に戻り、ツールを有効にしてください。このページは閉じてかまいません。`,
  },
};

/** [Q41] `/lti/register`, which a platform's administrator opens there, and [Q43] `/lti/jwks`. */
export function registrationRoutes(parts: Dependencies, lti: Lti, { caller, audit }: Given): Hono {
  return new Hono()
    .get("/jwks", async (context) => {
      context.header("cache-control", "public, max-age=300");
      return context.json(await lti.keys.published());
    })
    .get("/register", async (context) => {
      const query = context.req.query();
      const done = await register(parts, lti, {
        configurationUrl: query.openid_configuration ?? "",
        token: query.registration_token,
        allow: query.allow ?? "",
        origin: caller.openedOrigin(context.req.raw.headers),
      });
      if ("fault" in done) {
        lti.log.warn({ reason: done.fault, why: done.why }, "a platform could not register");
        return refusalPage(context, done.fault, { why: done.why });
      }
      await audit.write({ kind: "setting", what: "platform", actorId: null, detail: hostOf(done.platform) });
      const language = languageFor(context);
      const { title, body } = REGISTERED[language];
      return context.html(
        page(
          context,
          language,
          title,
          html`<p>${body(hostOf(done.platform))}</p><script nonce="${nonceOf(context)}">${raw(CLOSE)}</script>`,
        ),
      );
    });
}

/** What tells the platform to close the frame ("LTI Dynamic Registration" 1.0, 3.8). */
const CLOSE = `(window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*")`;

/** [Q40] `/api/lti/platforms`, `/api/lti/registrations`: for the owner of the server. */
export function platformRoutes(
  parts: Dependencies,
  lti: Lti,
  { signedIn, owner }: Checks,
  { caller, audit }: Given,
): Hono<SignedIn> {
  return new Hono<SignedIn>()
    .use("*", signedIn, owner)
    .get("/platforms", async (context) => {
      const origin = caller.openedOrigin(context.req.raw.headers);
      return context.json(await platformsAnswer(parts.store, origin));
    })
    .post("/platforms", async (context) => {
      const request = await readJson(context, NewPlatformRequest);
      const added = request.ok ? await addPlatform(parts, lti, request.value) : request;
      if (!added.ok) return refusal(context, added);
      const { platform, isNew } = added.value;
      const { id: actorId } = context.var.instructor;
      await audit.write({ kind: "setting", what: "platform", actorId, detail: hostOf(platform) });
      return context.json({ platform: toAnswer(platform) }, isNew ? 201 : 200);
    })
    .delete("/platforms/:id", async (context) => {
      const found = await parts.store.platforms.byId(context.req.param("id"));
      const removed = await removePlatform(parts, lti, context.req.param("id"));
      if (!removed.ok || !found) return refusal(context, { code: "not-found" });
      const { id: actorId } = context.var.instructor;
      await audit.write({ kind: "deletion", what: "platform", actorId, detail: hostOf(found) });
      return context.body(null, 204);
    })
    .post("/registrations", async (context) => {
      const { token, expiresAt } = await allowRegistration(parts);
      const { id: actorId } = context.var.instructor;
      await audit.write({ kind: "link", what: "registration", actorId });
      const origin = caller.openedOrigin(context.req.raw.headers);
      return context.json({ url: `${origin}/lti/register?allow=${token}`, expiresAt }, 201);
    })
    .post("/keys", async (context) => {
      await lti.keys.rotate();
      const { id: actorId } = context.var.instructor;
      await audit.write({ kind: "setting", what: "keys", actorId });
      return context.body(null, 204);
    });
}
