import { expect, test } from "vitest";
import { passFragment, passIn, readPass, readWord } from "#debate/rules/passes.ts";

test.each([
  ["as it is", "7K3PQM2X", "7K3PQM2X"],
  ["as it is printed", "7K3P QM2X", "7K3PQM2X"],
  ["lower case, hyphens, I, L and O", " ik3p-qlo0\n", "1K3PQ100"],
  ["invisible characters that a chat adds", "\ufeff7K3P\u200bQM2X", "7K3PQM2X"],
])("[J7] a personal code is read as it was meant: %s", (_, typed, meant) => {
  expect(readPass(typed)).toBe(meant);
});

test.each(["", "7K3PQM", "7K3PQM2", "7K3PQM2XX", "7K3PQM2U", "7K3P/QM2X", "7K3PQM2X".repeat(2_000)])(
  "[J7] is not a personal code: %s",
  (typed) => expect(readPass(typed)).toBeNull(),
);

test("[J7] a link carries a personal code in its fragment, which only the browser sees", () => {
  const link = new URL(`https://debate.example/s/7K3PQM${passFragment("7K3PQM2X")}`);
  expect(link.pathname + link.search).toBe("/s/7K3PQM");
  expect(passIn(link.hash)).toBe("7K3PQM2X");
  for (const hash of ["", "#", "#content", "#pass=", "#pass=7K3PQM", "#pass=%E0%A4%A", "#code=7K3PQM2X"])
    expect(passIn(hash)).toBeNull();
});

test("[J10] a word is the same in any case, width and spacing; fewer than six characters are none", () => {
  expect(readWord(" Marmalade  Sky ")).toBe("marmaladesky");
  expect(readWord("ｍａｒｍａｌａｄｅ")).toBe("marmalade");
  expect(readWord("富士山の天気")).toBe("富士山の天気");
  for (const short of ["", "short", "a b c d e", "\u200b\u200b\u200b\u200b\u200b\u200b"])
    expect(readWord(short)).toBeNull();
});
