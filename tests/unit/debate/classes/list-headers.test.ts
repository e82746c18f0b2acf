import { expect, test } from "vitest";
import { usesByHeaders } from "#debate/classes/list-headers.ts";

test.each([
  ["Student ID, Last name, First name, Class", "number family given group"],
  ["Name, E-mail", "name none"],
  ["Name, Surname", "given family"],
  ["Student, ID, SIS User ID, SIS Login ID, Section", "name none number none group"],
  ["組, 出席番号, 氏名, ふりがな", "group number name none"],
  ["学籍番号, 出席番号, 姓, 名, セイ, メイ", "number none family given none none"],
  ["氏名（漢字）, 氏名（ｶﾅ）, 備考", "name none none"],
  ["Name, Vorname, Klasse, Matrikelnummer", "family given group number"],
  ["Nom, Prénom, Classe, Numéro", "family given group number"],
  ["NOM COMPLET, N°", "name number"],
  ["Nombre, Primer apellido, Segundo apellido, Grupo", "given family family group"],
  ["Full name, First name, Name", "name none none"],
  ["Teacher, Birthday", "none none"],
])("[Q4] columns under %s are %s", (headers, uses) => {
  expect(usesByHeaders(headers.split(", "))).toEqual(uses.split(" "));
});
