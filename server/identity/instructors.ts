import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Instructor } from "#debate/protocol/pages.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { ADDRESS } from "#server/http/address.ts";
import { withContexts } from "#server/identity/contexts.ts";
import { isSecret } from "#server/identity/secret.ts";
import type { Limits } from "#server/limits.ts";
import type { Database } from "#server/store/database.ts";

const PASSWORD_LENGTH = 10;

type Options = {
  database: Database;
  secret: string;
  publicUrl: string | undefined;
  /** Opens the setup while there is no instructor. */
  setupToken: string;
  limits: Limits;
};

export type Instructors = ReturnType<typeof createInstructors>;
export type NewInstructor = { name: string; email: string; password: string };

/** Instructors and their sign-ins, kept by Better Auth. */
export function createInstructors({ database, secret, publicUrl, setupToken, limits }: Options) {
  const auth = betterAuth({
    secret,
    // Without PUBLIC_URL the address is whatever the request came to; the Origin check is done before.
    ...(publicUrl && { baseURL: publicUrl }),
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin");
      return origin ? [origin] : [];
    },
    database: prismaAdapter(database.queued, { provider: database.engine }),
    user: { modelName: "instructor" },
    session: { modelName: "signIn", expiresIn: 30 * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    account: { modelName: "credential" },
    verification: { modelName: "verification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH,
      maxPasswordLength: 128,
    },
    rateLimit: {
      enabled: true,
      customRules: { "/sign-in/email": { window: 60, max: 30 } },
      customStorage: { consume: (key, rule) => limits.consume("auth", key, rule) },
    },
    advanced: {
      cookiePrefix: "resolved",
      // Every write's Origin was checked in server/http/http.ts, which also lets programs without one sign in.
      disableCSRFCheck: true,
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      ipAddress: { ipAddressHeaders: [ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What is no refusal of its own is answered, and logged, where all failures are.
    onAPIError: { throw: true },
  });

  const none = async () => (await database.reader.instructor.count()) === 0;

  async function create({ name, email, password }: NewInstructor): Promise<void> {
    const context = await auth.$context;
    const user = await context.internalAdapter.createUser(
      { name, email: email.toLowerCase(), emailVerified: true },
      { method: "email-password" },
    );
    await context.internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: "credential",
      password: await context.password.hash(password),
    });
  }

  return {
    /** Answers the requests under /api/auth. */
    handler: (request: Request): Promise<Response> => withContexts(() => auth.handler(request)),
    none,

    async of(headers: Headers): Promise<Instructor | null> {
      if (!headers.get("cookie")?.includes("resolved.")) return null;
      const found = await withContexts(() => auth.api.getSession({ headers }));
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
    },

    async setupOpen(token: string): Promise<boolean> {
      return isSecret(token, setupToken) && (await none());
    },

    /** Creates the first instructor. */
    async setUp(token: string, instructor: NewInstructor): Promise<Result<void>> {
      if (!(await this.setupOpen(token))) return refuse("forbidden", "token");
      await withContexts(() => create(instructor));
      return accept(undefined);
    },

    /** The headers that sign an instructor in. */
    async signIn({ email, password }: Pick<NewInstructor, "email" | "password">): Promise<Headers> {
      const body = { email, password };
      return (await withContexts(() => auth.api.signInEmail({ body, returnHeaders: true }))).headers;
    },

    /** Creates this instructor if nobody has the address. */
    async ensure(instructor: NewInstructor): Promise<void> {
      const email = instructor.email.toLowerCase();
      if ((await database.reader.instructor.count({ where: { email } })) === 0)
        await withContexts(() => create(instructor));
    },
  };
}
