import type { Instructor } from "#debate/protocol/pages.ts";
import type { SignInWay } from "#debate/rules/audit.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { createAuth, type PasswordHasher } from "#server/identity/auth.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import type { Oidc } from "#server/identity/oidc.ts";
import { createOidcSignIn } from "#server/identity/oidc-sign-in.ts";
import { type AnySignIn, createSignInLookup, type FoundSignIn } from "#server/identity/sign-in-lookup.ts";
import { readCookie } from "#server/identity/tickets.ts";
import type { Limits } from "#server/platform/limits.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Audit } from "#server/sessions/audit.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import {
  type Admission,
  chooseRetention,
  deletedIfNone,
  type Enrolment,
  instructorStore,
} from "#server/store/accounts/instructor-rows.ts";
import { isLocked, managedAccounts } from "#server/store/accounts/managed-accounts.ts";
import type { Database, Transaction } from "#server/store/database.ts";

type Options = {
  database: Database;
  secret: string;
  publicUrl: string | undefined;
  limits: Limits;
  ids: Ids;
  clock: () => number;
  /** An OpenID Connect provider. */
  oidc: Oidc | undefined;
  hasher: PasswordHasher | undefined;
  audit: Audit;
};

export type Instructors = ReturnType<typeof createInstructors>;
export type NewInstructor = { name: string; email: string; password: string };

/** Instructors and their sign-ins, stored by Better Auth. */
export function createInstructors({ audit, ...given }: Options) {
  const { database, secret, ids, oidc, clock } = given;
  const onSignedIn = (actorId: string, way: SignInWay) =>
    audit.write({ kind: "sign-in", what: way, actorId });
  const isOidcOnly = oidc?.isOnly ?? false;
  const options = { ...given, onSignedIn, setUp: setUpByProvider };
  const auth = createAuth({ ...options, oidc: undefined });
  const store = instructorStore(database);
  const lookup = createSignInLookup(auth, database);
  const accounts = managedAccounts(database);

  // The setup token is the same on all servers that share a secret and a database. It changes when an account is
  // deleted, so that an old setup link opens nothing.
  const tokenAfter = (deleted: number) => keyedHmac(secret).update(`setup:${deleted}`).digest("base64url");

  const hash = (password: string): Promise<string> =>
    auth.$context.then((context) => context.password.hash(password));

  async function enrol(
    { name, email, password }: NewInstructor,
    admit: (transaction: Transaction, id: string) => Promise<Admission | null>,
    emailVerified = false,
  ): Promise<{ outcome: Enrolment; id: string }> {
    const passwordHash = await hash(password);
    const account = { id: ids.uuid(), name, email: email.toLowerCase(), emailVerified, passwordHash };
    const { id } = account;
    return { outcome: await store.enrol(account, (transaction) => admit(transaction, id)), id };
  }

  /** Uses up the setup link in a transaction that creates the first account, or admits it. */
  async function takeSetup(
    transaction: Transaction,
    token: string,
    days: number | null,
    actorId: string | null,
  ) {
    const deleted = await deletedIfNone(transaction);
    if (deleted === null || !secretsMatch(token, tokenAfter(deleted))) return false;
    await chooseRetention(transaction, days, { at: clock(), actorId });
    return true;
  }
  /** [I41] */
  function setUpByProvider(token: string, days: number | null): Promise<boolean> {
    return database.write((transaction) => takeSetup(transaction, token, days, null));
  }

  /** A sign-in, also one that may only set up a second factor [I39]. */
  async function anySignInOf(headers: Headers): Promise<AnySignIn | null> {
    const cookies = headers.get("cookie");
    if (!cookies?.includes("resolved.")) return null;
    const known = await lookup.young(cookies);
    if (known) return known;
    const found = await auth.api.getSession({ headers });
    return found && lookup.byToken(found.session.token);
  }

  async function signInOf(headers: Headers): Promise<FoundSignIn | null> {
    const found = await anySignInOf(headers);
    return found && (isOidcOnly || !found.needsSecondFactor) ? found : null;
  }

  return {
    isOidcOnly,
    accounts,
    handler: (request: Request): Promise<Response> => auth.handler(request),
    /** Sign-in with the provider, if there is one. */
    oidc: oidc ? createOidcSignIn(() => createAuth(options), oidc, clock) : null,

    hash,

    /** [I40] Without a password where none signs in. */
    async waysOf(id: string): Promise<{ hasPassword: boolean; isConnected: boolean }> {
      const { hasPassword, isConnected } = await store.waysOf(id);
      return { hasPassword: hasPassword && !isOidcOnly, isConnected };
    },

    /** Stores an account if `admit`, in the same transaction, allows it. */
    enrol,

    anySignInOf,
    signInOf,

    /** [I35] The account that has given its password in this browser, and still has to give a code. */
    async askedForCode(headers: Headers): Promise<{ id: string; email: string } | null> {
      const { createAuthCookie, internalAdapter } = await auth.$context;
      const [challenge = ""] = (
        readCookie(headers.get("cookie"), createAuthCookie("two_factor").name) ?? ""
      ).split(".");
      const found = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
      return found && internalAdapter.findUserById(found.value);
    },

    async of(headers: Headers): Promise<Instructor | null> {
      return (await signInOf(headers))?.instructor ?? null;
    },

    /** [I30] Whether this is the owner of the server: the oldest account. */
    isOwner: async (id: string): Promise<boolean> => (await store.oldest()) === id,

    /** [G8] The setup token; null once there is an instructor. */
    async setupToken(): Promise<string | null> {
      const deleted = await store.deletedIfNone();
      return deleted === null ? null : tokenAfter(deleted);
    },

    async setupOpen(token: string): Promise<boolean> {
      const opens = await this.setupToken();
      return opens !== null && secretsMatch(token, opens);
    },

    /** Creates the first instructor. */
    async setUp(
      token: string,
      instructor: NewInstructor,
      retentionDays: number | undefined,
    ): Promise<Result<void>> {
      if (!(await this.setupOpen(token))) return refuse("forbidden", "token");
      const fault = passwordFault(instructor.password, instructor);
      if (fault) return refuse("malformed", `password: ${fault}`);
      const first = async (transaction: Transaction, id: string) =>
        (await takeSetup(transaction, token, retentionDays ?? null, id)) ? {} : null;
      const { outcome } = await enrol(instructor, first, true);
      return outcome === "stored" ? accept(undefined) : refuse("forbidden", "token");
    },

    /** Headers that sign an instructor in, or [I35] ask for a second factor first. */
    async signIn(
      { email, password }: Pick<NewInstructor, "email" | "password">,
      asked: Headers,
    ): Promise<{ headers: Headers; asksForCode: boolean }> {
      const body = { email, password };
      const { headers, response } = await auth.api.signInEmail({ body, headers: asked, returnHeaders: true });
      const asksForCode = "twoFactorRedirect" in response;
      if (!asksForCode) await onSignedIn(response.user.id, "password");
      return { headers, asksForCode };
    },

    hasSecondFactor: store.hasSecondFactor,

    /** Headers that sign in an instructor who has proved who they are, and their email address; null if the account is gone. */
    async signInProved(
      instructorId: string,
      way: SignInWay,
      asked: Headers,
    ): Promise<{ email: string; headers: Headers } | null> {
      if (await isLocked(database, instructorId)) return null;
      const body = { instructorId, way };
      const { response: email, headers } = await auth.api.signInWithoutProof({
        body,
        headers: asked,
        returnHeaders: true,
      });
      return email === null ? null : { email, headers };
    },

    /** [I10] Headers that look like those of a sign-in, but sign no one in. */
    async signInNobody(asked: Headers): Promise<Headers> {
      return (await auth.api.signInNobody({ headers: asked, returnHeaders: true })).headers;
    },

    /** Whether this is the instructor's password; for an account without one, its email address. */
    async proves({ id, email }: Instructor, proof: string): Promise<boolean> {
      const known = await database.reader.credential.findFirst({
        where: { userId: id, providerId: "credential" },
        select: { password: true },
      });
      if (isOidcOnly || !known?.password) return proof.trim().toLowerCase() === email;
      const hash = known.password;
      return (await auth.$context).password.verify({ hash, password: proof });
    },

    /** Ends a sign-in; returns the headers that delete its cookies. */
    async signOut(headers: Headers): Promise<Headers> {
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers;
    },

    /** Creates this instructor unless the address already has an account. */
    async ensure(instructor: NewInstructor): Promise<void> {
      if (!(await store.known(instructor.email.toLowerCase())))
        await enrol(instructor, async () => ({}), true);
    },
  };
}
