import { expect, test } from "playwright/test";
import { openSession } from "#tests/e2e/support/faces.ts";
import { joinBySocket } from "#tests/e2e/support/lesson.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { connectClient } from "#tests/support/client.ts";
import { moveTo, OK } from "#tests/support/lesson.ts";

test("[Y16] the server draws a host's results with the section of exit tickets once one is written", async () => {
  const program = await sharedProgram();
  const { url } = program;
  const { cookie, code } = await openSession(program, { activities: { exitTicket: {} } });
  const host = await connectClient(url, { auth: { code, as: "host" }, cookie });
  const student = await joinBySocket(url, code);
  await moveTo(host, "results");
  expect(await student.send("exit:write", { doubt: "Whether it lasts." })).toEqual(OK);
  const page = await fetch(`${url}/results/${code}`, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('id="exit-tickets"');
  for (const client of [host, student]) client.close();
});
