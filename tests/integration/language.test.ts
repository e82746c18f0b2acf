import { expect, test } from "vitest";
import { startServer } from "#tests/support/server.ts";

test("[E1] a chosen language is kept in a cookie, and the answer leads back to the page of the form, on no other site", async () => {
  await using server = await startServer();
  const choose = (language: string, referer?: string) =>
    fetch(`${server.url}/api/language`, {
      method: "POST",
      body: new URLSearchParams({ language }),
      headers: { origin: server.url, ...(referer && { referer }) },
      redirect: "manual",
    });
  const chosen = await choose("ja", `${server.url}/results/ABC234?view=all`);
  expect(chosen.status).toBe(303);
  expect(chosen.headers.get("location")).toBe("/results/ABC234?view=all");
  expect(chosen.headers.get("set-cookie")).toMatch(/^language=ja; Max-Age=34560000; Path=\/; SameSite=Lax/u);
  for (const [referer, location] of [
    [undefined, "/"],
    ["not an address", "/"],
    ["https://elsewhere.example//evil.example/x", "/evil.example/x"],
    ["https://elsewhere.example/\\\\evil.example", "/evil.example"],
  ] as const)
    expect((await choose("en", referer)).headers.get("location")).toBe(location);
  const refused = await choose("xx");
  expect(refused.status).toBe(400);
  expect(refused.headers.get("set-cookie")).toBeNull();
});

test("[E1] the form itself names its page, for pages that send no address along, and leads to no other site", async () => {
  await using server = await startServer();
  const choose = async (back: string) => {
    const answer = await server.request("/api/language", {
      method: "POST",
      body: new URLSearchParams({ language: "ja", back }),
      headers: { origin: server.url, referer: `${server.url}/help` },
    });
    return [answer.status, answer.headers.get("location")];
  };
  expect(await choose("/reset?token=a.1.b&x=1")).toEqual([303, "/reset?token=a.1.b&x=1"]);
  expect(await choose("/")).toEqual([303, "/"]);
  expect(await choose("")).toEqual([303, "/help"]);
  expect(await choose("/.//evil.example/x")).toEqual([303, "/evil.example/x"]);
  expect(await choose("/\t/evil.example/x")).toEqual([303, "/evil.example/x"]);
  for (const back of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "x",
    " /x",
    "/".padEnd(2_001, "x"),
  ])
    expect([back, (await choose(back))[0]]).toEqual([back, back.length > 2_000 ? 413 : 400]);
});

test("[E6] a debate whose words tell its language is stored without it and shown with it", async () => {
  await using server = await startServer();
  const { content } = await server.database.reader.frozenDebate.findFirstOrThrow();
  expect(Object.keys(JSON.parse(content))).not.toContain("lang");
  const asked = await server.asHost("/debate");
  expect((await asked.json()).debate.lang).toBe("en");
});
