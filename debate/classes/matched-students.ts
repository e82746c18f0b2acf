type Known = { id: string; name: string; number: string | null };
type Listed = { name: string; number?: string | undefined };

/**
 * [Q17] Which students of a class a list names, and which are new: by number, or by name if one of the two has no number. A student is
 * found by name once, so that two of one name stay two. Earlier ones of a class are found first.
 */
export function matchStudents<Student extends Known, Line extends Listed>(
  students: readonly Student[],
  list: readonly Line[],
): { known: { student: Student; line: Line }[]; added: Line[] } {
  const byNumber = new Map<string, Student | null>();
  for (const student of students) if (student.number !== null) byNumber.set(student.number, student);
  const byName = new Map<string, Student[]>();
  for (const student of students) byName.set(student.name, [...(byName.get(student.name) ?? []), student]);
  const found = new Map<Student, Line>();
  const added: Line[] = [];
  for (const line of list) {
    const { name, number } = line;
    const numbered = number === undefined ? undefined : byNumber.get(number);
    const named = byName
      .get(name)
      ?.find((each) => !found.has(each) && (number === undefined || each.number === null));
    const student = numbered === undefined ? named : numbered;
    if (student) found.set(student, line);
    else if (student === undefined) added.push(line);
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, student ?? null);
  }
  return { known: [...found].map(([student, line]) => ({ student, line })), added };
}
