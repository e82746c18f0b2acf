import { expect, test } from "vitest";
import { downloadHeader } from "#server/http/file-name.ts";

const headerOf = (name: string) => downloadHeader({ code: "ABC123", settings: { name } }, "ballots.csv");
const SHORT = 'attachment; filename="ABC123-ballots.csv"';

test.each([
  ["", SHORT],
  ["🦉 / 🦉", SHORT],
  ["Period 3, Monday", `${SHORT}; filename*=UTF-8''ABC123-Period-3-Monday-ballots.csv`],
  ["../../etc/passwd", `${SHORT}; filename*=UTF-8''ABC123-etc-passwd-ballots.csv`],
  ['3" ; filename="x', `${SHORT}; filename*=UTF-8''ABC123-3-filename-x-ballots.csv`],
  [
    "三限・月曜日",
    `${SHORT}; filename*=UTF-8''ABC123-%E4%B8%89%E9%99%90-%E6%9C%88%E6%9B%9C%E6%97%A5-ballots.csv`,
  ],
])("[V17] a download of the session %j is named by letters and digits only", (name, header) => {
  expect(headerOf(name)).toBe(header);
});
