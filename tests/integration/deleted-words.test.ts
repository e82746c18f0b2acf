import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { run } from "#tests/support/backups.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

const STUDENTS = 40;
const every = Array.from({ length: STUDENTS }, (_, index) => index);
/** What a student wrote, in words that no one else writes, of different lengths. */
const wordsOf = (kind: string, index: number) =>
  `${kind}${index}x${"and so on ".repeat(1 + ((index * 7 + kind.length * 5) % 18))}`;
const markOf = (kind: string, index: number) => `${kind}${index}x`;

test("[G10] deleted and replaced words of a class are in no file once the journal is emptied, nor in a backup", async () => {
  await using server = await startServer({ fresh: true });
  const filesWith = async (kinds: string[]) => {
    const names = (await readdir(server.folder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    const found = await Promise.all(
      names.map(async ({ parentPath, name }) => {
        const bytes = await readFile(path.join(parentPath, name));
        return kinds.flatMap((kind) =>
          every
            .filter((index) => bytes.includes(markOf(kind, index)))
            .map((index) => `${name}: ${kind}${index}`),
        );
      }),
    );
    return found.flat();
  };

  const host = await server.connect("host");
  const seats = await Promise.all(every.map(() => server.join()));
  const students = await Promise.all(seats.map(({ ticket }) => server.connect("student", { ticket })));
  const vote = (kind: string, seq: number) =>
    Promise.all(
      students.map(async (student, index) =>
        expect(
          await student.send("ballot:cast", {
            ...ballot("for", "before", seq),
            reason: wordsOf(kind, (index * 13) % STUDENTS),
          }),
        ).toMatchObject(OK),
      ),
    );
  await moveTo(host, "before");
  await vote("first", 1);
  await vote("second", 2);
  await vote("third", 3);
  await moveTo(host, "rebuttal");
  const posts = every.map((index) => rebuttal({ body: wordsOf("posted", index) }));
  for (const [index, student] of students.entries()) {
    const posted = posts[index] as (typeof posts)[number];
    expect(await student.send("rebuttal:post", posted)).toMatchObject(OK);

    expect(
      await student.send("rebuttal:edit", { rebuttalId: posted.id, body: wordsOf("edited", index) }),
    ).toMatchObject(OK);
  }
  const replaced = ["first", "second", "posted"];
  expect(await filesWith(["third", "edited"])).not.toEqual([]);
  await server.database.scrub();
  expect(await filesWith(replaced)).toEqual([]);

  for (const { ticket } of seats) {
    const cookie = `seat-${server.session.code}=${ticket}`;
    const deleted = await server.asStranger("/mine?scope=words", { method: "DELETE", headers: { cookie } });
    expect(deleted.status).toBe(204);
  }
  await server.database.scrub();
  const backup = path.join(server.folder, "backup");
  expect((await run("backup", `file:${path.join(server.folder, "resolved.db")}`, backup)).code).toBe(0);
  expect(await filesWith([...replaced, "third", "edited"])).toEqual([]);
});
