import { Hono } from "hono";
import { refusal } from "#server/http/reply.ts";

/** What needs a password. */
const PATHS = [
  "/api/auth/sign-in/email",
  "/api/auth/change-password",
  "/api/auth/two-factor/*",
  "/api/setup",
  "/api/invitations/accept",
  "/api/reset",
  "/api/reset/mail",
  "/api/account/helper",
  "/api/account/helped/*",
];

/** [I40] Refuses what needs a password, where instructors sign in with the provider only. */
export function refusedPasswords(isOidcOnly: boolean): Hono {
  const routes = new Hono();
  if (!isOidcOnly) return routes;
  const message = "This server signs instructors in by OpenID Connect only.";
  for (const path of PATHS)
    routes.use(path, async (context) => refusal(context, { code: "forbidden", message }));
  return routes;
}
