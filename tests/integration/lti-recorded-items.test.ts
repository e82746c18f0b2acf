import { readFileSync } from "node:fs";
import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { formIn, sendForm } from "#tests/support/lti-platform.ts";
import { CLIENTS, RECORDED, startRecorded } from "#tests/support/lti-recorded.ts";
import { inMoodle } from "#tests/support/moodle-items.ts";
import { startServer } from "#tests/support/server.ts";

type Response = {
  name: string;
  jwt_decoded: { payload: { iss: string; exp: number } };
  in_dialog?: string[];
  form_after_response: Record<string, unknown> | string;
};
const { responses } = JSON.parse(readFileSync("tests/fixtures/lti/deeplink-responses.json", "utf8")) as {
  responses: Response[];
};
const [MOODLE = expect.fail("no client was recorded")] = CLIENTS;
/** In the minutes of the recording. */
const NOW = 1_796_123_500;

test.each(responses)(
  "[Q54] the tests' Moodle reads the recorded answer $name as the real one",
  (recorded) => {
    const { name, jwt_decoded, in_dialog, form_after_response: form } = recorded;
    const asked = { clientId: "N0ly7NfVW08krXC", now: NOW, isSigned: name !== "badkey" };
    const read = inMoodle(jwt_decoded.payload, asked);
    if (in_dialog) expect(in_dialog[0]).toContain(read);
    else expect(read).toEqual(typeof form === "string" ? null : form);
  },
);

test("[Q54] a debate that is picked at a recorded request fills Moodle's form, and nothing picked leaves it", async () => {
  const recorded = RECORDED.find(({ name }) => name === "deeplink-request") ?? expect.fail("not recorded");
  const clientId = recorded.claims.aud;
  const now = () => (recorded.claims.iat + 1) * 1_000;
  await using moodle = await startRecorded();
  await using server = await startServer({ insecurePlatforms: true, clock: now });
  await moodle.register(server);
  const { database, request } = server;
  const { id: platformId } = await database.reader.ltiPlatform.findFirstOrThrow({ where: { clientId } });
  const { id: instructorId } = await database.reader.instructor.findFirstOrThrow();
  const account = { platformId, sub: recorded.claims.sub, instructorId, linkedAt: 1n };
  await database.write((transaction) => transaction.ltiAccount.create({ data: account }));

  const launched = await moodle.replay(server, recorded, now);
  const form = formIn(await launched.text(), "/lti/pick");
  const fields = { ...form, debateId: BUILT_IN_DEBATE.id, code: "", points: "20" };
  const back = await (await sendForm(server, "/lti/pick", fields)).text();
  expect(back).toContain("https://moodle.test/mod/lti/contentitem_return.php");
  const [, jwt = ""] = /name="JWT" value="([^"]+)"/u.exec(back) ?? [];
  const keys = createLocalJWKSet(await (await request("/lti/jwks")).json());
  const checks = { issuer: clientId, audience: MOODLE.issuer, currentDate: new Date(now()) };
  const { payload, protectedHeader } = await jwtVerify(jwt, keys, checks);
  expect(protectedHeader).toEqual({ alg: "RS256", typ: "JWT", kid: expect.any(String) });
  expect(payload).toMatchObject({
    "https://purl.imsglobal.org/spec/lti/claim/deployment_id": "1",
    "https://purl.imsglobal.org/spec/lti/claim/message_type": "LtiDeepLinkingResponse",
    "https://purl.imsglobal.org/spec/lti/claim/version": "1.3.0",
    nonce: expect.any(String),
  });
  const { id } = await database.reader.ltiItem.findFirstOrThrow();
  const launchUrl = `${server.url}/lti/launch`;
  const asked = { clientId, now: now() / 1_000, isSigned: true };
  expect(inMoodle(payload, asked)).toEqual({
    ...{ typeid: "1", launchcontainer: "1", name: BUILT_IN_DEBATE.resolution, "introeditor[text]": "" },
    ...{ toolurl: launchUrl, instructorcustomparameters: `resolved_item=${id}` },
    ...{ instructorchoiceacceptgrades: true, "grade[modgrade_type]": "point", "grade[modgrade_point]": "20" },
    ...{ lineitemresourceid: id, lineitemtag: "resolved" },
    ...{ lineitemsubreviewurl: launchUrl, lineitemsubreviewparams: `resolved_item=${id}` },
  });
});
