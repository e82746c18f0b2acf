import { chosenOf, shown, within } from "#debate/classes/list-preview.ts";
import type { ListChoices, Row } from "#debate/classes/list-rows.ts";
import type { Listed } from "#debate/classes/listed-students.ts";
import type { ListPreview } from "#debate/protocol/answers/class-answers.ts";
import { STUDENT_NUMBER_LENGTH } from "#debate/rules/classes.ts";

/** The files of a OneRoster archive that are read; `roles` came with 1.2. */
export const ROSTER_FILES = ["users", "enrollments", "classes", "roles"] as const;
export type Roster = Partial<Record<(typeof ROSTER_FILES)[number], readonly Row[]>>;
type RosterRecord = { line: number; of: (field: string) => string };

/**
 * Reads the students of a OneRoster 1.1 or 1.2 archive: who is enrolled as a student, or has that role. Names are those that people
 * are called by; the number is the school's `identifier`, else the `sourcedId`.
 */
export function previewOfRoster(roster: Roster, choices: ListChoices): Omit<ListPreview, "encoding"> {
  const isStudent = (each: RosterRecord) => each.of("role").toLowerCase() === "student";
  const enrolled = recordsIn(roster.enrollments).filter(isStudent);
  const roles = recordsIn(roster.roles).filter(isStudent);
  const students = new Set([...enrolled, ...roles].map((each) => each.of("userSourcedId")));
  const users = recordsIn(roster.users).filter(
    (user) =>
      user.of("enabledUser").toLowerCase() !== "false" &&
      (isStudent(user) || students.has(user.of("sourcedId"))),
  );
  const known = new Set(users.map((user) => user.of("sourcedId")));
  const members = new Map<string, Set<string>>();
  for (const each of enrolled) {
    const [user, group] = [each.of("userSourcedId"), each.of("classSourcedId")];
    if (known.has(user)) members.set(group, (members.get(group) ?? new Set()).add(user));
  }
  const groups = recordsIn(roster.classes).flatMap((each) => {
    const id = each.of("sourcedId");
    const name = shown(each.of("title") || each.of("classCode") || id);
    const own = members.get(id);
    return own ? [{ id, name, students: own.size }] : [];
  });
  const chosen = chosenOf(groups, choices);
  const ofGroup = chosen.group === undefined ? known : members.get(chosen.group);
  const listed = users.filter((user) => ofGroup?.has(user.of("sourcedId"))).map(listedUser);
  return { kind: "oneroster", columns: [], groups, ...chosen, ...within(listed) };
}

function listedUser({ line, of }: RosterRecord): Listed {
  const number = of("identifier") || of("sourcedId");
  return {
    line,
    given: of("preferredGivenName") || of("givenName"),
    family: of("preferredFamilyName") || of("familyName"),
    name: "",
    number: number.length > STUDENT_NUMBER_LENGTH ? "" : number,
    group: "",
    whole: of("sourcedId"),
  };
}

/** The records of a file by the words of its header, without those to be deleted. */
function recordsIn([header, ...rows]: readonly Row[] = []): RosterRecord[] {
  const columns = new Map(header?.cells.map((cell, column) => [cell.trim().toLowerCase(), column]));
  return rows
    .map(({ line, cells }) => ({
      line,
      of: (field: string) => (cells[columns.get(field.toLowerCase()) ?? -1] ?? "").trim(),
    }))
    .filter((each) => each.of("status").toLowerCase() !== "tobedeleted");
}
