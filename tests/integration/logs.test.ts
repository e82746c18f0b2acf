import { expect, test } from "vitest";
import { createLog } from "#server/platform/log.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const BODY = "Geography does not bargain, said nobody.";
const REASON = "Because of the ferries.";

test("the log of a lesson with failures, at every level, names and quotes no one", async () => {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  await using server = await startServer({ log, settings: { identity: "named" } });
  const host = await server.connect("host");
  const seat = await server.join("Ada Lovelace");
  const ada = await server.connect("student", { ticket: seat.ticket });
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), reason: REASON });
  await moveTo(host, "rebuttal");
  const posted = rebuttal({ body: BODY });
  await ada.send("rebuttal:post", posted);
  await ada.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await server.request("/api/auth/sign-in/email", {
    json: { email: INSTRUCTOR.email, password: "a wrong password" },
  });
  const rename = (from: string, to: string) =>
    server.database.write((transaction) =>
      transaction.$executeRawUnsafe(`ALTER TABLE ${from} RENAME TO ${to}`),
    );
  // An unexpected failure: the table is gone.
  await rename("rebuttal", "lost");
  const failed = await ada.raw("rebuttal:post", rebuttal({ body: BODY }));
  expect(failed).toMatchObject({ ok: false, code: "internal" });
  await rename("lost", "rebuttal");

  const all = lines.join("");
  expect(all).toContain("a message could not be handled");
  const personal = [
    "Lovelace",
    seat.participantId,
    seat.ticket,
    BODY,
    REASON,
    "wrong password",
    INSTRUCTOR.email,
  ];
  for (const each of personal) expect(all).not.toContain(each);
});
