import { createMiddleware } from "hono/factory";
import { PROVIDER } from "#server/identity/oidc.ts";

/** How instructors sign in, by path. */
const WAYS: Record<string, string | undefined> = {
  "/api/auth/sign-in/email": "password",
  "/api/auth/sign-in/code": "code",
  "/api/auth/two-factor/verify-totp": "second-factor",
  "/api/auth/two-factor/verify-backup-code": "second-factor",
  [`/api/auth/callback/${PROVIDER}`]: "provider",
};
const REFUSED: readonly number[] = [401, 403, 429];

/** [O41] Counts sign-ins that are refused: wrong, tried too often, or sent back by the provider with an error. */
export const countRefusedSignIns = (count: (by: string) => void) =>
  createMiddleware(async (context, next) => {
    await next();
    const { status, headers } = context.res;
    const isRefused = REFUSED.includes(status) || /[?&]error=/u.test(headers.get("location") ?? "");
    const by = WAYS[context.req.path];
    if (by && isRefused) count(by);
  });
