import { expect, test } from "vitest";
import { zipOf } from "#tests/support/documents.ts";
import { ROSTER, zipOfTexts } from "#tests/support/lists.ts";
import { startServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const MB = 1024 * 1024;
const USERS = ROSTER["users.csv"];

test("[Q3] [Q4] archives that unpack to much, lie or name other folders, files over 20 MB and formulas do nothing, and the next list is read", async () => {
  await using server = await startServer();
  const ask = async (content: string | Buffer) => {
    const response = await server.asInstructor("/api/classes/preview", {
      method: "POST",
      body: formWith(content, "list.zip"),
    });
    const read = await response.json();
    return [response.status, read.error?.fields[0].code ?? read.students.length];
  };
  const users = (size: number, declared = size) =>
    zipOf([{ name: "users.csv", bytes: Buffer.alloc(size, "a,"), declared }]);
  expect(await ask(users(17 * MB))).toEqual([422, "unpacks-too-large"]);
  expect(await ask(users(13 * MB, 10))).toEqual([422, "unpacks-too-large"]);
  expect(await ask(users(10, 4_000 * MB))).toEqual([422, "unpacks-too-large"]);
  const many = Array.from({ length: 5_000 }, (_, n) => ({ name: `${n}.csv`, bytes: Buffer.alloc(0) }));
  expect(await ask(zipOf(many))).toEqual([422, "unpacks-too-large"]);

  for (const folder of ["../", "/etc/", "..\\", "a/b/", "__proto__/../"])
    expect(await ask(zipOfTexts({ [`${folder}users.csv`]: USERS })), folder).toEqual([415, "wrong-type"]);
  expect(await ask(Buffer.alloc(20 * MB + 1, "Ada\n"))).toEqual([413, "file-too-large"]);
  expect(await ask(Buffer.alloc(20 * MB + MB, "Ada\n"))).toEqual([413, "file-too-large"]);

  const formulas = ["=cmd|'/c calc'!A0", "+1+1", "-1", "@SUM(A1)", "＝1+1", " =1", '"=1"', "\u200b=1"];
  expect(await ask(`Name\n${formulas.join("\n")}\nAda`)).toEqual([200, 1]);
});
