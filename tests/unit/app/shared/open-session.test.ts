import { afterEach, expect, test, vi } from "vitest";
import { sessionOpener } from "#app/shared/open-session.ts";

afterEach(() => vi.unstubAllGlobals());

test("[I25] a session whose answer was lost is asked for again under its id, and another one, or one more, under a new id", async () => {
  const sent: { id: string; name: string }[] = [];
  const network = { isDown: true };
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    if (network.isDown) throw new TypeError("Failed to fetch");
    return new Response('{"code":"ABC234"}', { status: 201 });
  });
  const open = sessionOpener();
  expect(await open({ from: "XYZ789", name: "Period 3" })).toMatchObject({ ok: false, code: "offline" });
  expect(await open({ from: "XYZ789", name: "Period 4" })).toMatchObject({ ok: false });
  network.isDown = false;
  expect(await open({ from: "XYZ789", name: "Period 4" })).toEqual({ ok: true, value: { code: "ABC234" } });
  // Back to the form: the same again is wanted.
  await open({ from: "XYZ789", name: "Period 4" });
  expect(sent.map(({ name }) => name)).toEqual(["Period 3", "Period 4", "Period 4", "Period 4"]);
  const [three, four, again, oneMore] = sent.map(({ id }) => id);
  expect(again).toBe(four);
  expect(new Set([three, four, oneMore]).size).toBe(3);
});
