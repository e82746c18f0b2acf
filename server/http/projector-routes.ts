import { Hono } from "hono";
import type { Projector, WaitingProjector } from "#debate/protocol/answers/sessions.ts";
import { CodeRequest } from "#debate/protocol/requests.ts";
import { readCode } from "#debate/rules/codes.ts";
import { linksOf } from "#debate/rules/link-paths.ts";
import { refuse, tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { refusal } from "#server/http/reply.ts";
import type { ProjectorCodes } from "#server/identity/projector-codes.ts";
import { readCookie } from "#server/identity/tickets.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { withScreenKey } from "#server/sessions/links.ts";

const COOKIE = "projector";
/** [V28] A waiting browser asks 40 times a minute, and a school has one address. */
const ASKING = { max: 6_000, window: 60 };
/** How often a host may confirm a code. */
const CONFIRMING = { max: 30, window: 60 };
/** How long a host waits for the projector, in milliseconds: longer than two polls. */
const CONFIRM_TIMEOUT = 4_000;

/** [V28] A classroom's computer shows a code, and becomes the projector of the session whose host confirms it. */
export function projectorRoutes(parts: Dependencies, checks: Checks, codes: ProjectorCodes): Hono {
  const { store, limits } = parts;

  /** The projector's path that a host confirmed for this code, once. Only a path with a key counts as opened. */
  async function projectorOf(code: string): Promise<string | null> {
    const sessionId = await codes.confirmedFor(code);
    if (sessionId === null) return null;
    try {
      const session = await store.sessions.byId(sessionId);
      const linked = session && (await withScreenKey(parts, session));
      const path = linked?.ok ? linksOf(linked.value).screen : undefined;
      return path !== undefined && (await codes.collect(code)) !== null ? path : null;
    } catch (error) {
      await codes.fail(code);
      throw error;
    }
  }

  return new Hono()
    .post("/projectors", async (context) => {
      const { headers } = context.req.raw;
      const { retryAfter } = await limits.consume("projectors", neighbourhood(addressOf(headers)), ASKING);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      const waiting = codes.read(readCookie(headers.get("cookie"), COOKIE));
      const path = waiting && (await projectorOf(waiting.code));
      if (path) {
        context.header("set-cookie", cookie("", 0));
        return context.json({ path } satisfies Projector);
      }
      if (waiting) return context.json(waiting satisfies Projector);
      const { token, ...issued } = codes.issue();
      context.header("set-cookie", cookie(token, 600));
      return context.json(issued satisfies WaitingProjector, 201);
    })
    .post("/sessions/:code/projectors", checks.hosted, async (context) => {
      const { session } = context.var;
      const request = await readJson(context, CodeRequest);
      if (!request.ok) return refusal(context, request);
      const { retryAfter } = await limits.consume("confirm-projector", session.hostId, CONFIRMING);
      if (retryAfter !== null) return refusal(context, tooOften(retryAfter));
      const code = readCode(request.value.code);
      if (!code) return refusal(context, refuse("not-found", "code"));
      const outcome = await codes.confirm(code, session.id, CONFIRM_TIMEOUT);
      if (outcome === "opened") return context.body(null, 204);
      return refusal(context, outcome === "failed" ? refuse("busy") : refuse("not-found", "code"));
    });
}

function cookie(token: string, seconds: number): string {
  return `${COOKIE}=${token}; Path=/api/projectors; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
}
