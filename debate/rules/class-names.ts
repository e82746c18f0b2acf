import type { Language } from "#debate/rules/languages.ts";
import { glance } from "#debate/rules/lookalikes.ts";
import { nameAt } from "#debate/rules/names.ts";

/** [Q8] By name, and then by number, never by when they came; `label`: names that look the same are told apart by a numeral. */
export function toldApart<Student extends { id: string; name: string; number?: string | null | undefined }>(
  students: readonly Student[],
  language: Language,
): (Student & { label: string })[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keyOf = ({ number, id }: Student) => number ?? id;
  const taken = new Set<string>();
  return students
    .toSorted((one, other) => compare(one.name, other.name) || (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((student) => {
      let label = student.name;
      for (let place = 2; taken.has(glance(label)); place += 1) label = nameAt(student.name, place);
      taken.add(glance(label));
      return { ...student, label };
    });
}
