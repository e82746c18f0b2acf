import { expect, test } from "vitest";
import { moveTo, rebuttal } from "#tests/support/lesson.ts";
import { cookieOf } from "#tests/support/marked-lesson.ts";
import { startServer } from "#tests/support/server.ts";

test("[V23] [Z4] the paper has the rights of the results, and the host reads what the class may", async () => {
  await using server = await startServer({ settings: { name: "Period 3" } });
  const { code } = server.session;
  const { pageApi } = server.app;
  const hosts = new Headers({ cookie: server.cookie });
  const [host, ada] = await server.seats("host", "student");
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", rebuttal());
  await moveTo(host, "after");

  // Before the results there is nothing that the class may read, and the host reads everything.
  expect(await pageApi.results(hosts, code, undefined, "class")).toMatchObject({ code: "wrong-phase" });
  expect(await pageApi.results(hosts, code)).toMatchObject({ value: { results: { phase: "after" } } });
  expect(await pageApi.results(new Headers(), code)).toMatchObject({ code: "wrong-phase" });

  await moveTo(host, "results");
  const everything = await pageApi.results(hosts, code);
  expect(everything).toMatchObject({
    value: {
      isHost: true,
      name: "Period 3",
      heldAt: expect.any(Number),
      results: { rebuttals: [{ endorsements: { for: 0 } }] },
    },
  });
  const forClass = await pageApi.results(new Headers(), code);
  const asClass = await pageApi.results(hosts, code, undefined, "class");
  expect(asClass).toMatchObject({
    value: { isHost: true, results: { rebuttals: [{ endorsements: null }] } },
  });
  expect(asClass.ok && asClass.value.results).toEqual(forClass.ok && forClass.value.results);
  // It grants nobody anything.
  await host.send("host:results", { kept: true });
  expect(await pageApi.results(new Headers(), code, undefined, "class")).toMatchObject({ code: "forbidden" });
  expect(await pageApi.results(hosts, code, undefined, "class")).toMatchObject({ ok: true });
});

test("[V23] [V21] results on paper and a student's card carry the day of the first vote, not of the opening", async () => {
  let now = Date.UTC(2026, 8, 7, 16);
  await using server = await startServer({ clock: () => now });
  const { code } = server.session;
  const opened = now;
  const headers = new Headers({ cookie: server.cookie });
  const heldAt = async () => {
    const page = await server.app.pageApi.results(headers, code);
    return page.ok && page.value.heldAt;
  };
  expect(await heldAt()).toBe(opened);
  now += 7 * 24 * 60 * 60 * 1_000;
  const lesson = now;
  const host = await server.connect("host");
  const seat = await server.join("Ada");
  for (const phase of ["before", "lobby", "before", "results"] as const) {
    await moveTo(host, phase);
    now += 60_000;
  }
  expect(await heldAt()).toBe(lesson);
  const card = await server.asStranger("/card", { headers: cookieOf(server, seat) });
  expect(await card.json()).toMatchObject({ session: { at: lesson } });
});
