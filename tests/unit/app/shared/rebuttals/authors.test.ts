import { createElement } from "react";
import { expect, test } from "vitest";
import { useAuthors } from "#app/shared/rebuttals/use-authors.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { textsInJapanese, wordsOf } from "#tests/support/markup.tsx";

type Named = Pick<Rebuttal, "by" | "with" | "withCount">;
type Options = Parameters<ReturnType<typeof useAuthors>>[1];

function Authors({ rebuttal, options }: { rebuttal: Named; options: Options }) {
  return createElement("p", null, useAuthors()(rebuttal, options) ?? "no one named");
}
const element = (rebuttal: Named, options: Options) => createElement(Authors, { rebuttal, options });
/** Without the marks that keep names of other scripts apart [W5]. */
const said = (rebuttal: Named, options?: Options) =>
  wordsOf(element(rebuttal, options)).replace(/[\u2068\u2069]/gu, "");

test("[R32] all authors are named or counted, the reader as you", () => {
  expect(said({ by: "Ada" })).toBe("Ada");
  expect(said({})).toBe("no one named");
  expect(said({ by: "you" })).toBe("you");
  expect(said({ by: "Ada", with: ["Ben"] })).toBe("Ada and Ben");
  expect(said({ by: "Ada", with: ["Ben", "Cyd"] })).toBe("Ada, Ben, and 1 other");
  expect(said({ by: "Ada", with: ["Ben", "Cyd", "Dan"] }, { named: 6 })).toBe("Ada, Ben, Cyd, and Dan");
  expect(said({ by: "Ada", with: ["Ben", "Cyd"], withCount: 30 }, { named: 3 })).toBe(
    "Ada, Ben, Cyd, and 28 others",
  );
  // Ada's own, and Ben's, which hers stands for.
  expect(said({ by: "you", with: ["Ben", "Cyd"] })).toBe("you, Ben, and 1 other");
  expect(said({ by: "Ada", with: ["Ben"] }, { isAmong: true })).toBe("you and Ada");
  expect(said({ by: "Ada", with: ["Ben", "Cyd"] }, { isAmong: true })).toBe("you, Ada, and 1 other");
  const [japanese] = textsInJapanese(element({ by: "花子", with: ["太郎", "次郎"] }, {}));
  expect(japanese?.replace(/[\u2068\u2069]/gu, "")).toBe("花子、太郎、ほか1人");
});
