import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { generateRandomString } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins";
import { z } from "zod";
import { SIGN_IN_WAYS, type SignInWay } from "#debate/rules/audit.ts";
import { PASSWORD_LENGTH } from "#debate/rules/passwords.ts";
import { admission, type Oidc, oidcProvider, type Setup } from "#server/identity/oidc.ts";
import { drawCode } from "#server/identity/sign-in-codes.ts";
import { ADDRESS } from "#server/platform/address.ts";
import type { Limits } from "#server/platform/limits.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import { isLocked } from "#server/store/accounts/managed-accounts.ts";
import type { Database } from "#server/store/database.ts";

type Options = {
  database: Database;
  secret: string;
  publicUrl: string | undefined;
  limits: Limits;
  oidc: Oidc | undefined;
  ids: Pick<Ids, "draw">;
  clock: () => number;
  hasher: PasswordHasher | undefined;
  /** [G8] Uses up the setup link to admit the first account; false once it has ended. */
  setUp: Setup;
  /** [I30] Called after a sign-in, except for one with a password, which may lack its second factor yet. */
  onSignedIn: (instructorId: string, way: SignInWay) => Promise<void>;
};
/** A password hasher; Better Auth's scrypt by default. */
export type PasswordHasher = {
  hash(password: string): Promise<string>;
  verify(known: { hash: string; password: string }): Promise<boolean>;
};
export type Auth = ReturnType<typeof createAuth>;

/** How often one address may request one path, including the provider's callback: a school of 500 may share it. */
const REQUESTS = { max: 6_000, window: 60 };

/** Never stored, so its sign-in opens nothing. */
const FAKE_USER = {
  id: "",
  name: "",
  email: "",
  emailVerified: false,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

/** Signs in instructors who were verified elsewhere. Its endpoints have no URL, so only this program can call them. */
const SIGN_IN_PLUGIN = {
  id: "without-a-proof",
  endpoints: {
    signInWithoutProof: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ instructorId: z.string(), way: z.enum(SIGN_IN_WAYS) }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.instructorId);
        if (!user) return null;
        await setSessionCookie(context, { session: await internalAdapter.createSession(user.id), user });
        return user.email;
      },
    ),
    /** [I10] Sets cookies that look like those of a sign-in. */
    signInNobody: createAuthEndpoint.serverOnly({ method: "POST" }, async (context) => {
      const { id, createdAt, updatedAt } = FAKE_USER;
      const token = generateRandomString(32);
      const session = { id, token, userId: id, expiresAt: createdAt, createdAt, updatedAt };
      await setSessionCookie(context, { session, user: FAKE_USER });
    }),
  },
} satisfies BetterAuthPlugin;

/** The path that signs in, beside the plugin's, which is told how. A changed password renews a sign-in, and is none. */
const WAYS: Record<string, SignInWay> = { "/callback/:id": "provider" };

const BACKUP_CODES = 10;

/** [I35, I44] http/second-factor-routes.ts limits the guesses, so that no one can lock an account by wrong codes. */
const secondFactor = ({ draw }: Pick<Ids, "draw">) =>
  twoFactor({
    issuer: "Resolved",
    accountLockout: { enabled: false },
    backupCodeOptions: {
      customBackupCodesGenerate: () => Array.from({ length: BACKUP_CODES }, () => drawCode(draw)),
    },
  });

/** Better Auth stores instructors and their sign-ins, and knows the provider if there is one. Its open paths are in http/instructor-routes.ts. */
export function createAuth({
  database,
  secret,
  publicUrl,
  limits,
  oidc,
  ids,
  clock,
  hasher,
  setUp,
  onSignedIn,
}: Options) {
  return betterAuth({
    secret,
    // Without PUBLIC_URL it is the origin of the request, which has already been checked.
    ...(publicUrl && { baseURL: publicUrl }),
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin");
      return origin ? [origin] : [];
    },
    database: prismaAdapter(database.queued, { provider: database.engine }),
    user: {
      modelName: "instructor",
      ...(oidc && { validateUserInfo: admission(oidc, database, { clock, setUp }) }),
    },
    session: { modelName: "signIn", expiresIn: 30 * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    account: {
      modelName: "credential",
      updateAccountOnSignIn: false,
      storeStateStrategy: "cookie", // [L28] so that setting out for the provider stores nothing
    },
    // The provider only identifies people, so its tokens are not stored.
    databaseHooks: {
      session: {
        create: {
          // [I38] Every way of signing in ends here.
          before: async ({ userId }) => {
            if (await isLocked(database, userId))
              throw new APIError("FORBIDDEN", { code: "ACCOUNT_LOCKED", message: "This account is locked." });
          },
          after: async ({ userId }, context) => {
            const way = WAYS[context?.path ?? ""] ?? context?.body?.way;
            if (way) await onSignedIn(userId, way);
          },
        },
      },
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
    },
    plugins: [SIGN_IN_PLUGIN, secondFactor(ids), ...(oidc ? [oidcProvider(oidc)] : [])],
    verification: { modelName: "verification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      ...(hasher && { password: hasher }),
    },
    rateLimit: {
      enabled: true,
      ...REQUESTS,
      // [I4, I44] identity/guesses.ts limits these, not only by address.
      customRules: { "/sign-in/email": false, "/change-password": false, "/two-factor/*": false },
      customStorage: { consume: (key, rule) => limits.consume("auth", key, rule) },
    },
    advanced: {
      cookiePrefix: "resolved",
      // server/http/http.ts checks the Origin of every write, and lets programs without one sign in.
      disableCSRFCheck: true,
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      ipAddress: { ipAddressHeaders: [ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Unexpected errors are answered and logged where all failures are.
    onAPIError: { throw: true, errorURL: "/sign-in" },
  });
}
