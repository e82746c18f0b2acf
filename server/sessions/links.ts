import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { LINKS, type Link, ROLE_OF_LINK } from "#debate/rules/rights.ts";
import type { Role } from "#debate/rules/roles.ts";
import type { Audience } from "#debate/rules/views.ts";
import { secretsMatch } from "#server/platform/secrets-match.ts";
import type { Announcer, Dependencies } from "#server/sessions/dependencies.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** A visitor's credentials: an instructor's cookie, a seat's cookie, the key in a link. */
export type Shown = { instructorId: string | null; seatId: string | null; key: string | undefined };

/** [A2] Whether a key opens a session's link. */
export function opens({ keys }: SessionRecord, link: Link, key: string | undefined): boolean {
  const expected = keys[link];
  return expected !== null && key !== undefined && secretsMatch(key, expected);
}

/** An instructor's sign-in. */
export type SignIn = { id: string; instructorId: string };
/** The credential of a connection: the key in a link, or a sign-in. */
export type Staff = { role: "host" | "assistant" | "screen"; key?: string; signIn?: string };

/**
 * [A2] The role of someone who opens the control room or the projector: by the key in a link, else as the session's
 * own host; for the projector, first as the host.
 */
export async function enter(
  session: SessionRecord,
  as: "host" | "screen",
  { key, signIn }: { key: string | undefined; signIn: () => Promise<SignIn | null> },
): Promise<Result<Staff>> {
  const link = as === "host" ? "assistant" : "screen";
  const byKey: Staff | null = key !== undefined && opens(session, link, key) ? { role: link, key } : null;
  // [V15] The host's projector has a key in its address, too, and its clicker goes by the sign-in.
  if (byKey && as === "host") return accept(byKey);
  const signedIn = await signIn();
  if (signedIn?.instructorId === session.hostId) return accept({ role: as, signIn: signedIn.id });
  if (byKey) return accept(byKey);
  const isNobody = as === "host" && signedIn === null && key === undefined;
  return refuse(isNobody ? "unauthorized" : "forbidden");
}

/** A projector with the host's sign-in also sees the steps to come. */
export const screenOf = ({ signIn }: { signIn?: string | undefined }): Audience & { role: "screen" } => ({
  role: "screen",
  ...(signIn !== undefined && { steps: true }),
});

/** All roles of a visitor in a session: a host may have a seat in it too. */
export async function rolesIn(
  { store }: Pick<Dependencies, "store">,
  session: SessionRecord,
  { instructorId, seatId, key }: Shown,
): Promise<Role[]> {
  const roles: Role[] = LINKS.filter((link) => opens(session, link, key)).map((link) => ROLE_OF_LINK[link]);
  if (instructorId === session.hostId) roles.push("host");
  const seat = seatId === null ? null : await store.participants.byId(seatId);
  if (seat?.sessionId === session.id && !seat.removed) roles.push("student");
  return roles;
}

type KeyAnnouncer = Pick<Announcer, "changed" | "keys">;

/** [A4] Gives a link a new key, or none for null, and disconnects everyone who used the old one. */
export async function setKey(
  { store, clock, announce }: Pick<Dependencies, "store" | "clock"> & { announce: KeyAnnouncer },
  sessionId: string,
  link: Link,
  key: string | null,
): Promise<Result<void>> {
  const changed = await store.sessions.change(
    sessionId,
    ({ keys }) => accept({ keys: { ...keys, [link]: key } }),
    () => ({ at: clock(), actor: "host", kind: key === null ? "unlinked" : "linked", detail: link }),
  );
  if (!changed.ok) return changed;
  announce.keys(sessionId);
  announce.changed(sessionId, "now");
  return accept(undefined);
}

/** [V28] Confirming a projector creates its link if there is none; two at once create one. */
export async function withScreenKey(
  { store, clock, announce, ids }: Dependencies,
  session: SessionRecord,
): Promise<Result<SessionRecord>> {
  if (session.keys.screen !== null) return accept(session);
  const changed = await store.sessions.change(
    session.id,
    ({ keys }) => (keys.screen === null ? accept({ keys: { ...keys, screen: ids.key() } }) : refuse("stale")),
    () => ({ at: clock(), actor: "host", kind: "linked", detail: "screen" }),
  );
  if (!changed.ok) {
    const now = changed.code === "stale" ? await store.sessions.byId(session.id) : null;
    return now ? accept(now) : changed;
  }
  announce.changed(session.id, "now");
  return changed;
}
