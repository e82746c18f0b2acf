import { expect, test } from "vitest";
import { termsIn } from "#app/shared/text/terms.ts";

const marked = (text: string, ...terms: string[]) =>
  termsIn(
    text,
    terms.map((term) => ({ term, meaning: "" })),
  ).map(({ term, start, end }) => [term.term, text.slice(start, end)]);

test("[Y2] a term is marked where it first stands in a paragraph, in any case", () => {
  expect(marked("Sanctions hurt. Those sanctions ended.", "sanctions")).toEqual([["sanctions", "Sanctions"]]);
});

test("[Y2] of terms within each other the longest is marked, and the shorter where it stands alone", () => {
  const text = "A peace treaty is a treaty.";
  expect(marked(text, "treaty", "peace treaty")).toEqual([
    ["peace treaty", "peace treaty"],
    ["treaty", "treaty"],
  ]);
  expect(
    termsIn(text, [
      { term: "treaty", meaning: "" },
      { term: "peace treaty", meaning: "" },
    ])[1]?.start,
  ).toBe(20);
  expect(marked("A peace treaty.", "treaty", "peace treaty")).toEqual([["peace treaty", "peace treaty"]]);
});

test("[Y2] a term is whole words, also in the plural", () => {
  expect(marked("The retreaty of treaties", "treaty")).toEqual([]);
  expect(marked("Two powers, one power.", "power")).toEqual([["power", "powers"]]);
  expect(marked("Taxes rise", "tax")).toEqual([["tax", "Taxes"]]);
});

test("[Y2] capitals of an abbreviation mean only these", () => {
  expect(marked("Tell us what the US does", "US")).toEqual([["US", "US"]]);
});

test("[Y2] Japanese terms need no spaces around them, but a word in Katakana does not go on", () => {
  expect(marked("日本の核兵器と核", "核", "核兵器")).toEqual([
    ["核兵器", "核兵器"],
    ["核", "核"],
  ]);
  expect(marked("ベラロシアとロシア", "ロシア")).toEqual([["ロシア", "ロシア"]]);
  expect(termsIn("ベラロシアとロシア", [{ term: "ロシア", meaning: "" }])[0]?.start).toBe(6);
});

test("[Y2] [E10] a reading belongs to its term", () => {
  expect(marked("北方領土《ほっぽうりょうど》の返還", "北方領土")).toEqual([
    ["北方領土", "北方領土《ほっぽうりょうど》"],
  ]);
  expect(marked("核《かく》兵器《へいき》と｜お茶《おちゃ》", "核兵器", "お茶")).toEqual([
    ["核兵器", "核《かく》兵器《へいき》"],
    ["お茶", "｜お茶《おちゃ》"],
  ]);
});
