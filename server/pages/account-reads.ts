import { accept, refuse } from "#debate/rules/result.ts";
import type { Caller } from "#server/http/caller.ts";
import type { Instructors } from "#server/identity/instructors.ts";
import type { Invitations } from "#server/identity/invitations.ts";
import type { Resets } from "#server/identity/resets.ts";
import { platformsAnswer } from "#server/lti/platforms.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { auditPage } from "#server/sessions/audit.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { retentionOf } from "#server/sessions/retention.ts";

export type AccountOptions = {
  parts: Dependencies;
  caller: Caller;
  instructors: Instructors;
  invitations: Invitations;
  resets: Pick<Resets, "read">;
  sendsMail: boolean;
};

type AccountReads = Pick<
  PageApi,
  | "instructor"
  | "setupOpen"
  | "invitation"
  | "reset"
  | "retention"
  | "provider"
  | "oidcOnly"
  | "withoutSecondFactor"
  | "instructors"
  | "account"
  | "platforms"
>;

/** What the pages about accounts read: signing in, one's own account, all accounts and the platforms. */
export function accountReads(options: AccountOptions): AccountReads {
  const { parts, caller, instructors, invitations, resets, sendsMail } = options;
  const { store } = parts;
  return {
    instructor: caller.instructor,
    setupOpen: (token) => instructors.setupOpen(token),

    invitation: (token) => invitations.read(token),

    reset: async (token) => ({ account: await resets.read(token), byMail: sendsMail }),

    retention: () => retentionOf(parts),

    provider: async () => instructors.oidc?.name ?? null,

    oidcOnly: async () => instructors.isOidcOnly,

    async withoutSecondFactor(headers) {
      const found = await instructors.anySignInOf(headers);
      return found?.needsSecondFactor && !instructors.isOidcOnly ? found.instructor : null;
    },

    async instructors(headers) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      if (!(await instructors.isOwner(instructor.id))) return refuse("not-found");
      const { accounts } = instructors;
      const [all, secondFactorRequired] = await Promise.all([accounts.list(), accounts.needsSecondFactor()]);
      return accept({ instructor, instructors: all, secondFactorRequired });
    },

    async account(headers) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const { id } = instructor;
      const [ways, open, profile, retention, isOwner, isOn, isRequired] = await Promise.all([
        instructors.waysOf(id),
        invitations.of(id),
        store.accounts.profile(id),
        retentionOf(parts),
        instructors.isOwner(id),
        instructors.hasSecondFactor(id),
        instructors.accounts.needsSecondFactor(),
      ]);
      const audit = isOwner ? await auditPage(store.audit, {}) : null;
      const provider = instructors.oidc?.name ?? null;
      return accept({
        ...{ instructor, ...ways, ...profile, provider, invitations: open, retention, audit },
        secondFactor: { isOn, isRequired },
      });
    },

    async platforms(headers) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      if (!(await instructors.isOwner(instructor.id))) return refuse("forbidden");
      return accept({ instructor, ...(await platformsAnswer(store, caller.openedOrigin(headers))) });
    },
  };
}
