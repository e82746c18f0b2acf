import { expect, test } from "vitest";
import { CLIENTS, RECORDED, startRecorded } from "#tests/support/lti-recorded.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const LINK = "https://purl.imsglobal.org/spec/lti/claim/resource_link";
/** Who comes as a student; all others are asked whether an account is theirs. */
const STUDENTS = [
  "launch-student01-iframe-3pcookies-allowed",
  "launch-student01-private-new-window",
  "launch-student02-iframe-3pcookies-blocked",
  "launch-teacher-switched-to-student",
  "launch-student01-item-without-url",
];

test("[Q52] [Q50] each recorded launch seats a student, or asks an instructor for the account", async () => {
  let now = 0;
  await using moodle = await startRecorded();
  await using server = await startServer({ insecurePlatforms: true, clock: () => now || Date.now() });
  await moodle.register(server);
  for (const { issuer, client_id: clientId, deployment_id: deploymentId } of CLIENTS)
    for (const { claims } of RECORDED.filter((each) => each.claims.aud === clientId)) {
      const { id: resourceLinkId } = (claims[LINK] ?? {}) as { id?: string };
      const json = { issuer, clientId, deploymentId, resourceLinkId };
      if (resourceLinkId) expect((await server.asHost("/lti", { json })).status).toBe(200);
    }

  const seated = [];
  for (const recorded of RECORDED) {
    now = (recorded.claims.iat + 1) * 1_000;
    const answered = await moodle.replay(server, recorded, () => now);
    const hasSeat = cookiesOf(answered).includes(`seat-${server.session.code}=`);
    if (hasSeat) seated.push(recorded.name);
    const { status } = answered;
    expect([recorded.name, status, hasSeat]).toEqual([recorded.name, hasSeat ? 303 : 200, hasSeat]);
    if (!hasSeat) expect(await answered.text()).toContain("/lti/account?t=");
  }
  expect(seated.sort()).toEqual([...STUDENTS].sort());
  const seats = await server.database.reader.participant.findMany();
  // By person and client: three launches of student 1, of which one is by the client without names.
  expect(seats.map(({ realName }) => realName ?? "").sort()).toEqual([
    "",
    "Björn García López",
    "Chloé van der Berg",
    "Martha Ferreira",
  ]);
});
