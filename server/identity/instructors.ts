import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Instructor } from "#debate/protocol/pages.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { ADDRESS } from "#server/http/address.ts";
import { withContexts } from "#server/identity/contexts.ts";
import { isSecret } from "#server/identity/secret.ts";
import type { Limits } from "#server/limits.ts";
import type { Ids } from "#server/sessions/parts.ts";
import type { Database, Transaction } from "#server/store/database.ts";
import { type Enrolment, instructorStore } from "#server/store/instructors.ts";

const PASSWORD_LENGTH = 10;

type Options = {
  database: Database;
  secret: string;
  publicUrl: string | undefined;
  /** Opens the setup while there is no instructor. */
  setupToken: string;
  limits: Limits;
  ids: Ids;
};

export type Instructors = ReturnType<typeof createInstructors>;
export type NewInstructor = { name: string; email: string; password: string };

/** Instructors and their sign-ins, kept by Better Auth. */
export function createInstructors({ database, secret, publicUrl, setupToken, limits, ids }: Options) {
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

  const store = instructorStore(database);

  async function enrol(
    { name, email, password }: NewInstructor,
    admit: (transaction: Transaction) => Promise<boolean>,
    emailVerified = false,
  ): Promise<Enrolment> {
    const context = await withContexts(() => auth.$context);
    const passwordHash = await context.password.hash(password);
    const account = { id: ids.uuid(), name, email: email.toLowerCase(), emailVerified, passwordHash };
    return store.enrol(account, admit);
  }

  return {
    /** Answers the requests under /api/auth. */
    handler: (request: Request): Promise<Response> => withContexts(() => auth.handler(request)),
    none: store.none,

    /** Stores an account if `admit`, asked in the same transaction, lets it in. */
    enrol,

    async of(headers: Headers): Promise<Instructor | null> {
      if (!headers.get("cookie")?.includes("resolved.")) return null;
      const found = await withContexts(() => auth.api.getSession({ headers }));
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
    },

    async setupOpen(token: string): Promise<boolean> {
      return isSecret(token, setupToken) && (await store.none());
    },

    /** Creates the first instructor. */
    async setUp(token: string, instructor: NewInstructor): Promise<Result<void>> {
      if (!(await this.setupOpen(token))) return refuse("forbidden", "token");
      const first = async (transaction: Transaction) => (await transaction.instructor.count()) === 0;
      const enrolment = await enrol(instructor, first, true);
      return enrolment === "stored" ? accept(undefined) : refuse("forbidden", "token");
    },

    /** The headers that sign an instructor in. */
    async signIn({ email, password }: Pick<NewInstructor, "email" | "password">): Promise<Headers> {
      const body = { email, password };
      return (await withContexts(() => auth.api.signInEmail({ body, returnHeaders: true }))).headers;
    },

    /** Creates this instructor if nobody has the address. */
    async ensure(instructor: NewInstructor): Promise<void> {
      if (!(await store.known(instructor.email.toLowerCase())))
        await enrol(instructor, async () => true, true);
    },
  };
}
