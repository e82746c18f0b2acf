import type {
  ClassEntry,
  ClassStudent,
  SchoolClass,
  StudentYear,
} from "#debate/protocol/answers/class-answers.ts";
import type { CreateClass, StudentChange, StudentRequest } from "#debate/protocol/requests.ts";
import { CLASS_WORDS } from "#debate/rules/class-words.ts";
import { CLASSES, STUDENTS } from "#debate/rules/classes.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { eraseSeat } from "#server/sessions/erase.ts";
import { renameSeat } from "#server/sessions/rename.ts";
import type { ClassSession } from "#server/store/classes/class-rows.ts";
import type { Student } from "#server/store/classes/student-rows.ts";

type Reading = Pick<Dependencies, "store">;
type Own = { ownerId: string; classId: string };
/** A seat may have been taken while the others were deleted. */
const REMOVALS = 3;

/** [Q15] An instructor's classes, by name. */
export function classesOf({ store }: Reading, ownerId: string): Promise<ClassEntry[]> {
  return store.classes.of(ownerId);
}

/** [Q14] Not found for another instructor. */
export async function classOf({ store }: Reading, { ownerId, classId }: Own): Promise<Result<SchoolClass>> {
  const found = await store.classes.byId(ownerId, classId);
  if (!found) return refuse("not-found");
  const { students, ...rest } = found;
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sessions = await store.classes.sessionsOf(classId);
  return accept({
    ...rest,
    students: students
      .toSorted((one, other) => compare(one.name, other.name) || compare(keyOf(one), keyOf(other)))
      .map(toStudent),
    sessions: sessions.map(({ id: _, settings: __, ...session }, place) => ({
      ...session,
      name: nameOf(sessions[place]),
      phase: session.phase as Phase,
    })),
  });
}

export async function createClass(
  parts: Dependencies,
  ownerId: string,
  { id = parts.ids.uuid(), name, students }: CreateClass,
  language: Language,
): Promise<Result<SchoolClass>> {
  const word = drawnWord(parts.ids, language);
  const given = { id, ownerId, name, word, at: parts.clock() };
  const outcome = await parts.store.classes.create(given, students.map(withId(parts)));
  if (outcome === "too-many") return refuse("too-many", `at most ${CLASSES} classes`);
  if (outcome === "duplicate") return refuse("duplicate");
  return classOf(parts, { ownerId, classId: id });
}

export async function changeClass(
  parts: Dependencies,
  own: Own,
  fields: { name?: string | undefined; word?: string | undefined },
): Promise<Result<SchoolClass>> {
  await parts.store.classes.change({ ...own, at: parts.clock() }, fields);
  return classOf(parts, own);
}

/** [Q13] Its sessions stay, and go on by codes alone. */
export async function removeClass(parts: Dependencies, own: Own): Promise<Result<void>> {
  const found = await classOf(parts, own);
  if (!found.ok) return found;
  const sessions = await parts.store.classes.sessionsOf(own.classId);
  await parts.store.classes.remove({ ...own, at: parts.clock() });
  for (const { id } of sessions) parts.announce.changed(id, "now");
  return accept(undefined);
}

/** [Q17] Adds a list that was confirmed; those who are in the class are not added again. */
export async function addStudents(
  parts: Dependencies,
  own: Own,
  students: readonly StudentRequest[],
): Promise<Result<{ class: SchoolClass; added: number; known: number }>> {
  const added = await parts.store.classes.addStudents(
    { ...own, at: parts.clock() },
    students.map(withId(parts)),
  );
  if (added === null) return refuse("not-found");
  if (added === "too-many") return refuse("too-many", `at most ${STUDENTS} students`);
  const found = await classOf(parts, own);
  return found.ok ? accept({ class: found.value, ...added }) : found;
}

/** [Q16] A corrected name shows in all sessions of the class: session by session, so that a repeated request repairs an interrupted one. */
export async function correctStudent(
  parts: Dependencies,
  own: Own,
  id: string,
  fields: StudentChange,
): Promise<Result<ClassStudent>> {
  const { store, clock } = parts;
  const student = await store.classes.correct({ ...own, at: clock() }, { id, ...fields });
  if (student === null) return refuse("not-found");
  if (student === "duplicate") return refuse("duplicate", "number: another student has it");
  for (const seat of await store.classes.seatsOf(id)) await renameSeat(parts, seat, fields.name);
  return accept(toStudent(student));
}

/** [Q12] Deletes a student's seats with everything, session by session, and then the student. */
export async function removeStudent(parts: Dependencies, own: Own, id: string): Promise<Result<void>> {
  const { store, clock } = parts;
  if (!(await store.classes.student(own.ownerId, own.classId, id))) return refuse("not-found");
  for (let attempt = 1; attempt <= REMOVALS; attempt += 1) {
    const seats = await store.classes.removeStudent({ ...own, at: clock() }, id);
    if (!seats?.length) return accept(undefined);
    for (const { sessionId, participantId } of seats) {
      const session = await store.sessions.byId(sessionId);
      const erased = session && (await eraseSeat(parts, session, participantId, "host"));
      if (erased && !erased.ok && erased.code !== "not-found") return erased;
    }
  }
  return refuse("busy");
}

/** [Q11] What a student did over the year, without any vote. */
export async function studentYear(
  { store }: Reading,
  { ownerId, classId }: Own,
  id: string,
): Promise<Result<StudentYear>> {
  const found = await store.classes.byId(ownerId, classId);
  const student = found?.students.find((each) => each.id === id);
  if (!found || !student) return refuse("not-found");
  const sessions = await store.classes.sessionsOf(classId);
  const seats = new Map((await store.studentYears.of(id)).map((seat) => [seat.sessionId, seat]));
  const criteria = await store.studentYears.criteriaOf([...seats.keys()]);
  return accept({
    class: { id: found.id, name: found.name },
    student: toStudent(student),
    sessions: sessions.map((session) => {
      const seat = seats.get(session.id);
      const mark = seat?.mark ?? null;
      return {
        ...{ code: session.code, name: nameOf(session), resolution: session.resolution, at: session.at },
        present: seat !== undefined,
        rebuttals: seat?.rebuttals ?? [],
        marks: mark && {
          levels: (criteria.get(session.id) ?? []).map(({ id: criterion, name }) => ({
            name,
            level: mark.levels[criterion] ?? null,
          })),
          comment: mark.comment,
          released: session.released,
        },
      };
    }),
  });
}

/** [Q8] Two words and a number, so that a hundred guesses find one in hundreds of classes' words. */
function drawnWord({ draw }: Dependencies["ids"], language: Language): string {
  const words: readonly string[] = CLASS_WORDS[language];
  const first = draw(words.length);
  const second = (first + 1 + draw(words.length - 1)) % words.length;
  return [words[first], words[second], 10 + draw(90)].join(" ");
}

const withId =
  ({ ids }: Pick<Dependencies, "ids">) =>
  (student: StudentRequest) => ({ id: ids.uuid(), ...student });

const keyOf = ({ number, id }: Student) => number ?? id;

const nameOf = (session: ClassSession | undefined): string =>
  session ? (JSON.parse(session.settings).name ?? "") : "";

function toStudent({ id, name, number, hasLeft }: Student): ClassStudent {
  return { id, name, ...(number !== null && { number }), ...(hasLeft && { left: true }) };
}
