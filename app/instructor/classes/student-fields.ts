import type { StudentRequest } from "#debate/protocol/requests.ts";
import { STUDENT_NAME_LENGTH, STUDENT_NUMBER_LENGTH } from "#debate/rules/classes.ts";
import { countCharacters } from "#debate/rules/text.ts";

export type WrongStudent = { field: "name" | "number"; why: "nameMissing" | "tooLong" };

/** A name and a number as typed, or what is wrong with them. */
export function readStudent(typed: {
  name: string;
  number: string;
}): { ok: true; student: StudentRequest } | ({ ok: false } & WrongStudent) {
  const name = typed.name.trim();
  const number = typed.number.trim();
  if (name === "") return { ok: false, field: "name", why: "nameMissing" };
  if (countCharacters(name) > STUDENT_NAME_LENGTH) return { ok: false, field: "name", why: "tooLong" };
  if (countCharacters(number) > STUDENT_NUMBER_LENGTH) return { ok: false, field: "number", why: "tooLong" };
  return { ok: true, student: { name, ...(number !== "" && { number }) } };
}
