import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { shareJoinPage } from "#server/http/join-page.ts";

test("[L3] whoever has no seat shares one page; a seat, another session and a page's own reads get theirs; a wrong code costs no page", async () => {
  let made = 0;
  const pages = shareJoinPage(
    ({ url }, response) => {
      made += 1;
      response.setHeader("x-made", made);
      response.end(`${url} for everybody`);
    },
    () => server.address() as AddressInfo,
    async (code) => (code === "WRXNG1" ? "not-found" : null),
  );
  const server = createServer(pages).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wrong = await fetch(`${url}/s/WRXNG1`, { redirect: "manual" });
  expect([wrong.status, wrong.headers.get("location"), made]).toEqual([
    303,
    "/join?refused=not-found&code=WRXNG1",
    0,
  ]);
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return [Number(response.headers.get("x-made")), await response.text()];
  };

  const shared = await Promise.all(Array.from({ length: 20 }, () => ask("/s/ABC234")));
  expect(new Set(shared.map(([number]) => number))).toEqual(new Set([1]));
  expect(shared[19]).toEqual([1, "/s/ABC234 for everybody"]);
  expect(await ask("/s/ABC234", { cookie: "seat-ABC234=x" })).toEqual([2, "/s/ABC234 for everybody"]);
  expect(await ask("/s/ABC234?refused=closed")).toEqual([3, "/s/ABC234?refused=closed for everybody"]);
  expect(await ask("/s/ABC234", { rsc: "1" })).toEqual([4, "/s/ABC234 for everybody"]);
  expect(await ask("/s/XYZ789")).toEqual([5, "/s/XYZ789 for everybody"]);
  server.close();
});
