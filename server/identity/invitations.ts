import type { Invitation, InvitationPage } from "#debate/protocol/pages.ts";
import type { InviteRequest } from "#debate/protocol/requests.ts";
import { passwordFault } from "#debate/rules/passwords.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Instructors, NewInstructor } from "#server/identity/instructors.ts";
import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import { tokenHash } from "#server/identity/secret.ts";
import type { Ids } from "#server/sessions/dependencies.ts";
import { invitationStore, useInvitation } from "#server/store/accounts/invitation-rows.ts";
import type { Database } from "#server/store/database.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** How long a link is valid. */
const VALID = 7 * DAY;
/** How long its page says afterwards that it was used or has expired. */
const REMEMBERED = 30 * DAY;
const MOST_OPEN = 50;

type Options = {
  database: Database;
  secret: string;
  instructors: Instructors;
  clock: () => number;
  ids: Ids;
};
export type Invitations = ReturnType<typeof createInvitations>;

/** Links that invite colleagues. Any instructor may make them, as instructors see nothing of each other [I3]. */
export function createInvitations({ database, secret, instructors, clock, ids }: Options) {
  const store = invitationStore(database);
  const tokenOf = (inviterId: string, id: string) =>
    keyedHmac(secret).update(`invitation ${inviterId} ${id}`).digest("base64url");

  return {
    of: (inviterId: string): Promise<Invitation[]> => store.openOf(inviterId, clock()),

    /** [I1] Only the token's hash is stored. [D11] The token follows from the id, so requests in any order get one link. */
    async invite(
      inviterId: string,
      { id = ids.uuid(), note }: InviteRequest,
    ): Promise<Result<{ token: string; invitation: Invitation }>> {
      const token = tokenOf(inviterId, id);
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
      return (await store.revoke(inviterId, id, { now: clock(), tokenHash: tokenHash(ids.key()) }))
        ? accept(undefined)
        : refuse("not-found");
    },

    /** The state of an invitation, for the page of its link. */
    async read(token: string): Promise<InvitationPage> {
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
      if ((await this.read(token)).state !== "open") return refuse("forbidden", "token");
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
