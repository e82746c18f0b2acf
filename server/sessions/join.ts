import { nameAt, readName } from "#debate/rules/names.ts";
import { isJoinable } from "#debate/rules/phases.ts";
import { pseudonym, pseudonymsFor } from "#debate/rules/pseudonyms.ts";
import { accept, type Result, refuse, tooOften } from "#debate/rules/result.ts";
import { drawForActivities } from "#server/activities/index.ts";
import { admitByName, choosesName, claimOf } from "#server/sessions/choose-name.ts";
import { countWord, proofsOf } from "#server/sessions/claims.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type Admitted, admit, countWrong } from "#server/sessions/make-passes.ts";
import type { ParticipantRecord } from "#server/store/seats/participants.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** [L7] In which time new seats from one address are counted, in seconds. */
const SEATS_WITHIN = 600;

export type Joined = { participant: ParticipantRecord; isNew: boolean };

type Joining = {
  name?: string | undefined;
  pass?: string | undefined;
  claim?: string | undefined;
  word?: string | undefined;
  classWord?: string | undefined;
  student?: string | undefined;
  /** [Q52] A learning platform says who it is: the seat that this person has, and the student of the class. */
  launched?: Admitted | undefined;
  /** Sent by a plain form, without scripts. */
  isForm: boolean;
  /** The seat on the phone's ticket. */
  seatId: string | null;
  address: string;
};

/** [J2] Takes a seat; someone who has one in this session keeps it. */
export async function join(
  parts: Dependencies,
  session: SessionRecord,
  request: Joining,
): Promise<Result<Joined>> {
  const held = request.seatId === null ? null : await again(parts, session, request.seatId);
  if (held) return held;
  const { launched } = request;
  const isChosen = choosesName(session, request);
  const admitted = launched
    ? accept(launched)
    : isChosen
      ? await admitByName(parts, session, request)
      : await admit(parts, session, request);
  if (!admitted.ok) return admitted;
  const { seatId, student } = admitted.value;
  const claimed =
    seatId === null && request.claim !== undefined ? parts.seatOfClaim(session.id, request.claim) : null;
  const id = seatId ?? claimed ?? parts.ids.uuid();
  // [J7] Before the check whether joining is open: a code readmits a student who lost the phone.
  const proofs = launched
    ? accept(null)
    : isChosen
      ? accept(claimOf(parts, id, request))
      : await proofsOf(parts, session, id, request);
  if (!proofs.ok) return proofs;
  const reopened = () =>
    isChosen
      ? reopenChosen(parts, session, id, proofs.value)
      : reopen(parts, session, id, proofs.value, request);
  const known = seatId === null ? null : await reopened();
  if (known) return known;
  // [J12] While joining is open, a repeated claim finds its seat only if storing it fails.
  if (!isJoinable(session)) {
    const taken = claimed === null ? null : await again(parts, session, claimed);
    return taken ?? refuse("closed");
  }
  // [Q7] In a session of a class the list says who it is.
  const typed = student ? student.name : request.name === undefined ? null : readName(request.name);
  if (session.settings.identity === "named" && typed === null)
    return refuse("malformed", "name: a name is needed");
  const seats = { max: parts.phonesPerAddress, window: SEATS_WITHIN };
  const { retryAfter } = await parts.limits.consume("seat", `${request.address} ${session.id}`, seats);
  if (retryAfter !== null) return { ...tooOften(retryAfter), fields: ["network"] };

  const drawn = drawForActivities(parts, session);
  for (let attempt = 1; ; attempt += 1) {
    const claimHash = proofs.value?.[0] ?? null;
    const participant = {
      ...{ id, sessionId: session.id, claimHash, ...drawn },
      ...named(parts, session, typed, attempt),
    };
    const seating = { ...participant, studentId: student?.id ?? null, at: parts.clock() };
    const outcome = await parts.store.participants.seat(seating);
    if (outcome === "shut") return refuse("closed");
    if (outcome === "gone") return refuse("forbidden", "pass: no personal code of this session");
    if (outcome === "busy") return refuse("busy");
    // [J7] Another phone with the same code was faster, [J12] or this phone's first try.
    if (outcome === "held") return (await reopened()) ?? refuse("not-found");
    if (outcome === "seated") {
      parts.announce.joined(session.id);
      return accept({
        participant: { ...participant, removed: false, wordsDeleted: false, onPaper: false },
        isNew: true,
      });
    }
  }
}

/** The seat of a returning student; null if it was never taken. */
async function again(
  parts: Dependencies,
  session: SessionRecord,
  id: string,
): Promise<Result<Joined> | null> {
  const seat = await parts.store.participants.byId(id);
  if (seat?.sessionId !== session.id) return null;
  return seat.removed ? refuse("removed") : accept({ participant: seat, isNew: false });
}

/**
 * [J7] The seat that a personal code has; null if no one has taken it. [J10] With `proofs`, only if one of them
 * matches. While joining is closed, a used code is refused like an unused one, with the same counts.
 */
async function reopen(
  parts: Dependencies,
  session: SessionRecord,
  id: string,
  proofs: string[] | null,
  { word, address }: Joining,
): Promise<Result<Joined> | null> {
  if (proofs === null) return again(parts, session, id);
  const seat = await parts.store.participants.byId(id);
  if (!seat && isJoinable(session)) return null;
  const held = word === undefined ? null : await countWord(parts, session, address);
  if (held) return held;
  if (seat?.claimHash && proofs.includes(seat.claimHash)) return accept({ participant: seat, isNew: false });
  await countWrong(parts, session.id, address);
  return isJoinable(session) ? refuse("duplicate", "pass: used on another phone") : refuse("closed");
}

/** [Q8] A taken name is refused, but for the phone that took it; null if it is free. Who lost their phone needs their code. */
async function reopenChosen(
  parts: Dependencies,
  session: SessionRecord,
  id: string,
  proofs: string[] | null,
): Promise<Result<Joined> | null> {
  const seat = await parts.store.participants.byId(id);
  if (!seat) return null;
  if (seat.claimHash && proofs?.includes(seat.claimHash)) return again(parts, session, id);
  return isJoinable(session) ? refuse("duplicate", "student: this name is taken") : refuse("closed");
}

function named(
  { ids, store }: Dependencies,
  { id, settings }: SessionRecord,
  typed: string | null,
  attempt: number,
) {
  switch (settings.identity) {
    case "named":
      return { name: nameAt(`${typed}`, attempt), realName: null };
    case "pseudonym": {
      const drawn = ids.draw(pseudonymsFor(store.sessions.lastJoined(id), attempt));
      return { name: pseudonym(drawn, settings.language), realName: typed };
    }
    // A name that was sent is not stored.
    case "anonymous":
      return { name: ids.uuid(), realName: null };
  }
}
