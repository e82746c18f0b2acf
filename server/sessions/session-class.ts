import type { SessionClass } from "#debate/protocol/answers/class-answers.ts";
import type { PassRow } from "#debate/protocol/pages.ts";
import type { StudentRequest } from "#debate/protocol/requests.ts";
import { toldApart } from "#debate/rules/class-names.ts";
import { STUDENTS } from "#debate/rules/classes.ts";
import { PASS_LENGTH } from "#debate/rules/passes.ts";
import { isClosed } from "#debate/rules/phases.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { drawCode } from "#server/sessions/open.ts";
import type { SessionRecord } from "#server/store/sessions/session-rows.ts";

export type OfClass = SessionRecord & { classId: string };

export function isOfClass(session: SessionRecord): session is OfClass {
  return session.classId !== null;
}

/** [Q7] The students by name, without those who left the class before they joined. Who came to the class meanwhile gets a code. */
export async function studentsOf(parts: Pick<Dependencies, "store" | "ids" | "clock">, session: OfClass) {
  const { store } = parts;
  if (!isClosed(session.phase)) await store.sessionClasses.addCodes(session, making(parts));
  const students = await store.sessionClasses.students(session.id);
  const listed = students.filter(({ hasLeft, participantId }) => !hasLeft || participantId !== null);
  return toldApart(listed, session.settings.language);
}

/** [Q9] Who is missing, for the host. */
export async function sessionClass(
  parts: Dependencies,
  session: SessionRecord,
): Promise<Result<SessionClass>> {
  const found = session.classId === null ? null : await parts.store.sessionClasses.byId(session.classId);
  if (!found || !isOfClass(session)) return refuse("not-found");
  const { id, name, word } = found;
  const students = await studentsOf(parts, session);
  return accept({
    class: { id, name, word },
    students: students.map(({ number, hasLeft, label: _, ...student }) => ({
      ...student,
      ...(number !== null && { number }),
      ...(hasLeft && { left: true }),
    })),
  });
}

/** [Q9] A late student joins class and session. */
export async function addLateStudent(
  parts: Dependencies,
  session: SessionRecord,
  { name, number }: StudentRequest,
): Promise<Result<SessionClass>> {
  if (!isOfClass(session)) return refuse("not-found");
  if (isClosed(session.phase)) return refuse("closed");
  const student = { id: parts.ids.uuid(), name, number: number ?? null };
  const added = await parts.store.sessionClasses.addStudent(session, student, {
    ...making(parts),
    most: STUDENTS,
  });
  return added ? sessionClass(parts, session) : refuse("too-many", `name: at most ${STUDENTS} students`);
}

/** [Q7] For the slips. */
export async function passesOfClass(parts: Dependencies, session: OfClass): Promise<PassRow[]> {
  const students = await studentsOf(parts, session);
  return students.map(({ code, label, number, participantId }) => ({
    ...{ code, isUsed: participantId !== null, name: label },
    ...(number !== null && { number }),
  }));
}

function making({ ids, clock }: Pick<Dependencies, "ids" | "clock">) {
  return { draw: () => drawCode(ids, PASS_LENGTH), at: clock() };
}
