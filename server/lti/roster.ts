import type { Courses, RosterFilled } from "#debate/protocol/answers/platform-answers.ts";
import type { RosterRequest } from "#debate/protocol/platform-requests.ts";
import { CLASS_NAME_LENGTH, CLASSES, STUDENTS } from "#debate/rules/classes.ts";
import type { Language } from "#debate/rules/languages.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { type CourseStudent, studentsOfCourse } from "#server/lti/members.ts";
import type { Services } from "#server/lti/service.ts";
import { createClass } from "#server/sessions/classes.ts";
import type { Dependencies } from "#server/sessions/dependencies.ts";
import { renameSeat } from "#server/sessions/rename.ts";
import type { CourseLink } from "#server/store/lti/link-rows.ts";

/** What a student without a name is called in the list. */
const UNNAMED: Record<Language, (number: number) => string> = {
  en: (number) => `Student ${number}`,
  ja: (number) => `学生${number}`,
};

/** [Q58] The courses by which an instructor came and that tell who is in them, each once: by the link that a class was filled from. */
export async function coursesOf(
  { store }: Pick<Dependencies, "store">,
  ownerId: string,
): Promise<Courses["courses"]> {
  const links = await store.courseLinks.ofInstructor(ownerId);
  const filled = await store.rosters.filledBy(ownerId);
  const courses = new Map<string, Courses["courses"][number]>();
  for (const { id, platformId, contextId, contextTitle, title, memberships } of links) {
    if (memberships === null) continue;
    const key = JSON.stringify([platformId, contextId ?? id]);
    const known = filled.get(id) ?? null;
    if (known === null && courses.has(key)) continue;
    courses.set(key, { linkId: id, course: contextTitle ?? title, class: known });
  }
  return [...courses.values()];
}

/** [Q58] Fills a class of the instructor with the students of a course by which they came, or refreshes it. [Q59] Nobody is deleted. */
export async function fillFromCourse(
  parts: Dependencies,
  services: Services,
  ownerId: string,
  { linkId, classId, dryRun = false }: RosterRequest,
  language: Language,
): Promise<Result<RosterFilled>> {
  const { store } = parts;
  const link = await store.courseLinks.byId(linkId);
  if (link?.instructorId !== ownerId) return refuse("not-found", "linkId");
  const platform = await store.platforms.byId(link.platformId);
  if (!platform || !link.memberships)
    return refuse("forbidden", "The platform doesn't tell who is in the course.");
  const found = await studentsOfCourse(services, platform, link.memberships);
  if (!found.ok) return found;
  const students = named(found.value, language);
  if (students.length > STUDENTS) return refuse("too-many", `at most ${STUDENTS} students`);
  const known = classId ?? (await store.rosters.classOf(ownerId, linkId));
  if (dryRun) return accept(await store.rosters.compare(ownerId, known, platform.id, students));
  const target = known ?? (await newClass(parts, ownerId, link, language));
  if (target === null) return refuse("too-many", `at most ${CLASSES} classes`);
  const of = { ownerId, classId: target, platformId: platform.id, linkId, at: parts.clock() };
  const filled = await store.rosters.fill(
    of,
    students.map((student) => ({ ...student, id: parts.ids.uuid() })),
  );
  if (filled === null) return refuse("not-found", "classId");
  if (filled === "too-many") return refuse("too-many", `at most ${STUDENTS} students`);
  // [Q16] A corrected name shows in all sessions of the class.
  for (const { studentId, name } of filled.renamed)
    for (const seat of await store.classes.seatsOf(studentId)) await renameSeat(parts, seat, name);
  return accept({ ...filled.counts, classId: target });
}

async function newClass(
  parts: Dependencies,
  ownerId: string,
  link: CourseLink,
  language: Language,
): Promise<string | null> {
  const name = [...(link.contextTitle ?? link.title ?? "LMS")].slice(0, CLASS_NAME_LENGTH).join("");
  const created = await createClass(parts, ownerId, { name, students: [] }, language);
  return created.ok ? created.value.id : null;
}

/** Platforms may keep names to themselves: such students are numbered by their ids there. */
function named(students: readonly CourseStudent[], language: Language): CourseStudent[] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const inOrder = students.toSorted((one, other) => compare(one.sub, other.sub));
  let unnamed = 0;
  return inOrder.map((student) => {
    if (student.name !== "") return student;
    unnamed += 1;
    return { ...student, name: UNNAMED[language](unnamed) };
  });
}
