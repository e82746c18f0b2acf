import { expect, test } from "vitest";
import { beginLaunch, leadLink, postLaunch } from "#tests/support/lti-logins.ts";
import { startPlatform } from "#tests/support/lti-platform.ts";
import { startServer } from "#tests/support/server.ts";

test("[Q46] a launch that two servers get at once ends on one of them, also if another one began it", async () => {
  await using platform = await startPlatform();
  await using server = await startServer({ shared: true, insecurePlatforms: true });
  await using other = await server.another();
  await platform.register(server);
  await leadLink(server, platform);
  for (let round = 0; round < 10; round += 1) {
    const { state, claims, cookie } = await beginLaunch(server, platform);
    const sent = { state, id_token: await platform.sign(claims) };
    const onOther = (path: string, init?: RequestInit) =>
      fetch(`${other.url}${path}`, { redirect: "manual", ...init });
    const ended = await Promise.all([
      postLaunch(server, sent, { cookie }),
      postLaunch({ request: onOther as typeof server.request }, sent, { cookie }),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual([303, 400]);
  }
});
