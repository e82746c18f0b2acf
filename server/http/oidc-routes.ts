import { type Context, Hono } from "hono";
import { present } from "#debate/rules/present.ts";
import { RETENTION_DAYS } from "#debate/rules/retention.ts";
import type { Caller } from "#server/http/caller.ts";
import { refusal } from "#server/http/reply.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";
import { type Log, refusalOf } from "#server/platform/failures.ts";
import type { Limits } from "#server/platform/limits.ts";
import { createQueue } from "#server/platform/queue.ts";
import { createTurns } from "#server/platform/slices.ts";

type Options = { instructors: Instructors; caller: Caller; limits: Limits };
/** How many sign-ins with the provider one address may start: a school of 500 may share it. */
const DEPARTURES = { max: 6_000, window: 60 };
/** [L28] How many set out at a time, and how many more may wait. */
const QUEUE = { atOnce: 4, waiting: DEPARTURES.max };
/** [I41] How many days sessions are kept, as the setup's form says it; undefined where they are kept, and for anything else. */
function readRetention(typed = ""): number | undefined {
  const days = /^\d{1,4}$/u.test(typed) ? Number(typed) : 0;
  return days >= RETENTION_DAYS.least && days <= RETENTION_DAYS.most ? days : undefined;
}

/** A path that no browser takes for the address of another site. */
const OWN_PATH = /^\/(?![/\\])[^\s\p{Cc}\\]*$/u;

/** Routes to the provider; Better Auth handles the way back. Plain links, so that they work before scripts run. */
export function oidcRoutes({ instructors, caller, limits }: Options, log: Log): Hono {
  const { oidc } = instructors;
  const queue = createQueue(QUEUE);
  const turn = createTurns();

  async function depart(
    context: Context,
    back: string,
    way: (
      from: { headers: Headers; back: string },
      provider: NonNullable<typeof oidc>,
    ) => Promise<{ to: string; cookies: string[] }>,
  ): Promise<Response> {
    const { headers } = context.req.raw;
    if (!oidc) return refusal(context, { code: "not-found" });
    const address = neighbourhood(addressOf(headers));
    const { allowed } = await limits.consume("oidc", address, DEPARTURES);
    if (!allowed) return context.redirect(`${back}?error=too_many`);
    try {
      const departure = await queue(async () => {
        const begun = await way({ headers, back }, oidc);
        await turn();
        return begun;
      }, [address, ""]);
      if (!departure) return context.redirect(`${back}?error=too_many`);
      const { to, cookies } = departure;
      for (const cookie of cookies) context.header("set-cookie", cookie, { append: true });
      return context.redirect(to);
    } catch (error) {
      refusalOf(error, log, "the OpenID Connect provider cannot be used");
      return context.redirect(`${back}?error=no_provider`);
    }
  }

  return new Hono()
    .get("/sign-in", (context) => {
      const { next = "", invitation, setup, retention } = context.req.query();
      const retentionDays = readRetention(retention);
      return depart(context, "/sign-in", (from, provider) =>
        provider.signIn(
          { ...from, next: OWN_PATH.test(next) ? next : "/dashboard" },
          present({ invitation, setup, retentionDays }),
        ),
      );
    })
    .get("/connect", async (context) => {
      if ((await caller.instructorId(context.req.raw.headers)) === null) return context.redirect("/sign-in");
      return depart(context, "/account", (from, provider) => provider.connect({ ...from, next: "/account" }));
    });
}
