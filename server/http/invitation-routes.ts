import { Hono } from "hono";
import type { Invited } from "#debate/protocol/answers/accounts.ts";
import { AccountRequest, InviteRequest } from "#debate/protocol/requests.ts";
import { tooOften } from "#debate/rules/result.ts";
import { readJson } from "#server/http/body.ts";
import type { Checks } from "#server/http/checks.ts";
import { type SigningIn, signedInBy } from "#server/http/instructor-routes.ts";
import { refusal } from "#server/http/reply.ts";
import type { Invitations } from "#server/identity/invitations.ts";
import { addressOf, neighbourhood } from "#server/platform/address.ts";

/** Routes for inviting colleagues: creating, listing, revoking and accepting invitations. */
export function invitationRoutes(invitations: Invitations, { signedIn }: Checks, signingIn: SigningIn): Hono {
  const { caller, guesses } = signingIn;
  return new Hono()
    .get("/", signedIn, async (context) => {
      return context.json({ invitations: await invitations.of(context.var.instructor.id) });
    })
    .post("/", signedIn, async (context) => {
      const request = await readJson(context, InviteRequest);
      if (!request.ok) return refusal(context, request);
      const invited = await invitations.invite(context.var.instructor.id, request.value);
      if (!invited.ok) return refusal(context, invited);
      const { token, invitation } = invited.value;
      return context.json(
        {
          invitation,
          url: `${caller.origin(context.req.raw.headers)}/invite?token=${token}`,
        } satisfies Invited,
        201,
      );
    })
    .delete("/:id", signedIn, async (context) => {
      const revoked = await invitations.revoke(context.var.instructor.id, context.req.param("id"));
      return revoked.ok ? context.body(null, 204) : refusal(context, revoked);
    })
    .post("/accept", async (context) => {
      const request = await readJson(context, AccountRequest);
      if (!request.ok) return refusal(context, request);
      const { token, ...instructor } = request.value;
      const { headers } = context.req.raw;
      const tried = await guesses.link("invitation", token, neighbourhood(addressOf(headers)));
      if (!tried.allowed) return refusal(context, tooOften(tried.retryAfter));
      const accepted = await invitations.accept(token, instructor);
      return accepted.ok ? signedInBy(signingIn, accepted.value, headers) : refusal(context, accepted);
    });
}
