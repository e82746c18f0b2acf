import type { Invitation, InvitationPage } from "#debate/protocol/pages.ts";
import type { InviteRequest } from "#debate/protocol/requests.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Instructors, NewInstructor } from "#server/identity/instructors.ts";
import { tokenHash } from "#server/identity/secret.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import type { Database } from "#server/store/database.ts";
import { invitationStore, useInvitation } from "#server/store/invitation-rows.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** How long a link is valid. */
const VALID = 7 * DAY;
/** How long afterwards its page can still say that it was used or has expired. */
const REMEMBERED = 30 * DAY;
const MOST_OPEN = 50;

type Options = { database: Database; instructors: Instructors; clock: () => number; ids: Ids };
export type Invitations = ReturnType<typeof createInvitations>;

/**
 * Links by which instructors invite colleagues. Any instructor may, because instructors see nothing of each other
 * [I3].
 */
export function createInvitations({ database, instructors, clock, ids }: Options) {
  const store = invitationStore(database);

  return {
    of: (inviterId: string): Promise<Invitation[]> => store.openOf(inviterId, clock()),

    /** [I1] The token is shown once; only its hash is stored. [D11] Sent again under its id, an invitation gets a new token. */
    async invite(
      inviterId: string,
      { id = ids.uuid(), note }: InviteRequest,
    ): Promise<Result<{ token: string; invitation: Invitation }>> {
      const token = ids.key();
      const createdAt = clock();
      const invitation = {
        id,
        ...(note !== undefined && { note }),
        createdAt,
        expiresAt: createdAt + VALID,
      };
      const stored = await store.create(
        { ...invitation, tokenHash: tokenHash(token), inviterId },
        { most: MOST_OPEN, forgetBefore: createdAt - REMEMBERED },
      );
      return stored === "stored" ? accept({ token, invitation }) : refuse(stored);
    },

    async revoke(inviterId: string, id: string): Promise<Result<void>> {
      return (await store.revoke(inviterId, id, clock())) ? accept(undefined) : refuse("not-found");
    },

    /** The state of an invitation, for the page of its link. */
    async look(token: string): Promise<InvitationPage> {
      const found = await store.byHash(tokenHash(token));
      if (!found) return { state: "unknown" };
      if (found.used) return { state: "used" };
      return found.expiresAt > clock() ? { state: "open", inviter: found.inviter } : { state: "expired" };
    },

    /**
     * [I1] Creates an account with an invitation and returns its id. [I10] An address that already has an account
     * uses up the invitation too, so that a link reveals one address at most; then the id is null.
     */
    async accept(token: string, instructor: NewInstructor): Promise<Result<string | null>> {
      // Checked first, so that requests without an invitation can't make the server hash passwords.
      if ((await this.look(token)).state !== "open") return refuse("forbidden", "token");
      const fault = passwordFault(instructor.password, instructor);
      if (fault) return refuse("malformed", `password: ${fault}`);
      const { outcome, id } = await instructors.enrol(instructor, async (transaction) => {
        const helperId = await useInvitation(transaction, tokenHash(token), clock());
        return helperId === null ? null : { helperId };
      });
      if (outcome === "closed") return refuse("forbidden", "token");
      return accept(outcome === "stored" ? id : null);
    },
  };
}
