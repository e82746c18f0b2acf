import { expect, test } from "vitest";
import { ITEM_FIELD } from "#server/lti/item-content.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { connect, formIn, sendForm, startPlatform } from "#tests/support/lti-platform.ts";
import { startServer } from "#tests/support/server.ts";

const TEACHER = { sub: "t1", name: "Alan Turing", role: "Instructor" } as const;

test("[I38] a launch of a locked instructor opens nothing, also from a page that was open before", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ insecurePlatforms: true });
  await platform.register(server);
  const cookie = await server.colleague();
  await connect(server, platform, TEACHER, { link: "unused", cookie });
  const choice = await (await platform.launch(server, TEACHER, { picks: true })).text();
  const picked = { ...formIn(choice, "/lti/pick"), debateId: BUILT_IN_DEBATE.id };
  expect((await sendForm(server, "/lti/pick", picked)).status).toBe(200);
  const item = await server.database.reader.ltiItem.findFirstOrThrow();
  const page = await (await platform.launch(server, TEACHER, { picks: true })).text();
  const fields = { ...formIn(page, "/lti/pick"), debateId: BUILT_IN_DEBATE.id };
  const where = { email: "alan@example.org" };
  const { id } = await server.database.reader.instructor.findUniqueOrThrow({ where });
  expect((await server.asInstructor(`/api/instructors/${id}/lock`, { method: "PUT" })).status).toBe(204);

  expect((await sendForm(server, "/lti/pick", fields)).status).toBe(400);
  const asked = await (await platform.launch(server, TEACHER, { picks: true })).text();
  expect(asked).not.toContain("/lti/pick");
  expect(asked).toContain("/lti/account");
  // What they picked before opens no session in their name.
  const custom = { [ITEM_FIELD]: item.id };
  const student = () => platform.launch(server, { sub: "s1", name: "Ada" }, { custom });
  expect((await student()).status).toBe(403);

  await server.asInstructor(`/api/instructors/${id}/lock`, { method: "DELETE" });
  expect(await (await platform.launch(server, TEACHER, { picks: true })).text()).toContain("/lti/pick");
  expect((await student()).status).toBe(303);
});
