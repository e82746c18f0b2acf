import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrom, readCode } from "#debate/rules/codes.ts";

test.each([
  ["a space in the middle and around", " 7K3 PQM\n", "7K3PQM"],
  ["no-break and thin spaces", "7K3\u00a0P\u2009QM", "7K3PQM"],
  ["the hyphens and dashes that phones make of it", "7K\u20103\u2011P\u2013Q\u2014M", "7K3PQM"],
  ["dots and underscores", "7K.3_PQM", "7K3PQM"],
  ["L for 1", "LK3PQM", "1K3PQM"],
  ["O for 0", "O0oOK3", "0000K3"],
  ["full-width letters", "\uff17\uff2b\uff13\uff50\uff31\uff2d", "7K3PQM"],
  ["what a Japanese keyboard types for hyphen and dot", "７Ｋ３ーＰ。Ｑ・Ｍ", "7K3PQM"],
  ["invisible characters that a chat adds", "\ufeff7K3\u200bPQM\u2060", "7K3PQM"],
])("[J1] a code is read as it was meant: %s", (_, typed, meant) => {
  expect(readCode(typed)).toBe(meant);
});

test.each([
  ["nothing", ""],
  ["five characters", "7K3PQ"],
  ["seven characters", "7K3PQMM"],
  ["U, which is in no code", "7K3PQU"],
  ["a Cyrillic letter that looks like one of ours", "7\u041a3PQM"],
  ["an emoji", "7K3PQ\u{1f600}"],
  ["ten thousand characters", "7K3PQM".repeat(1_667)],
  ["a code among 95 spaces [W1]", `${" ".repeat(95)}7K3PQM`],
])("[J1] is not a code: %s", (_, typed) => {
  expect(readCode(typed)).toBeNull();
});

test("[J1] every code that can be drawn is read as itself, however it is typed", () => {
  const draws = fc.array(fc.nat(31), { minLength: 6, maxLength: 6 });
  const separator = fc.constantFrom("", " ", "-", ". ");
  fc.assert(
    fc.property(draws, separator, fc.boolean(), (numbers, between, isLower) => {
      const code = codeFrom(numbers);
      const typed = [...(isLower ? code.toLowerCase() : code)].join(between);
      expect(readCode(typed)).toBe(code);
    }),
  );
});
