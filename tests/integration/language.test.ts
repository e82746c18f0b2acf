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

test("[E1] the choice is read from a form's fields or JSON, and any other body is refused", async () => {
  await using server = await startServer();
  const choose = async (type: string, body: string) => {
    const answer = await server.request("/api/language", {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    return answer.status;
  };
  expect(await choose("application/x-www-form-urlencoded", "language=ja")).toBe(303);
  expect(await choose("application/json", '{"language":"ja"}')).toBe(303);
  for (const body of [
    "",
    "language=ja",
    '--x\r\ncontent-disposition: form-data; name="language"\r\n\r\nja\r\n--x--',
  ])
    expect(await choose("multipart/form-data; boundary=x", body)).toBe(400);
});
