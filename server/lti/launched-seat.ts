import { NAME_LENGTH, readName } from "#debate/rules/names.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { type Joined, join } from "#server/sessions/join.ts";
import type { Admitted } from "#server/sessions/make-passes.ts";
import { isOfClass, studentsOf } from "#server/sessions/session-class.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

/** Someone who comes to a session by a link. */
export type Launched = {
  platformId: string;
  linkId: string;
  sub: string;
  name: string | null;
  address: string;
};

/** [Q52] The seat that someone has in a session: the same at each launch, in any browser. */
export async function seatByLaunch(
  parts: Dependencies,
  session: SessionRecord,
  { platformId, linkId, sub, name, address }: Launched,
): Promise<Result<Joined>> {
  const admitted = await admittedAs(parts, session, { platformId, sub });
  if (!admitted) return refuse("forbidden", "student: not in the class");
  const joined = await join(parts, session, {
    ...{ name: shortened(name), launched: admitted, isForm: false, seatId: null, address },
  });
  if (!joined.ok) return joined;
  // [Q53] Nothing in an anonymous session says who has which seat.
  const isTold = session.settings.identity !== "anonymous";
  if (isTold)
    await parts.store.platformPeople.keepSeat({ participantId: joined.value.participant.id, linkId, sub });
  return accept(joined.value);
}

/** [Q52] Null for a stranger to the session's class. */
async function admittedAs(
  parts: Dependencies,
  session: SessionRecord,
  person: { platformId: string; sub: string },
): Promise<Admitted | null> {
  const { store, seatOfLaunch, seatOfPass } = parts;
  const known = await store.platformPeople.seatOf(session.id, person);
  if (known !== null) return { seatId: known, student: null };
  if (!isOfClass(session))
    return { seatId: seatOfLaunch(session.id, person.platformId, person.sub), student: null };
  // [Q7] Each student of the class has one seat, by a launch as by the code.
  const studentId = await store.platformPeople.studentIn(session.classId, person);
  const student = (await studentsOf(parts, session)).find(({ id }) => id === studentId);
  if (!student) return null;
  return { seatId: seatOfPass(session.id, student.code), student: { id: student.id, name: student.name } };
}

/** [Q51] A name of the platform may be longer than a name here. */
function shortened(name: string | null): string | undefined {
  const read = name === null ? null : readName(name);
  return read === null ? undefined : [...read].slice(0, NAME_LENGTH).join("").trim();
}
