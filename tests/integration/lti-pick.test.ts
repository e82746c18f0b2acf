import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { moveTo } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { connect, formIn, sendForm, startPlatform } from "#tests/support/lti-platform.ts";
import { cookiesOf } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const TEACHER = { sub: "t1", name: "Grace Hopper", role: "Instructor" } as const;
const CLAIM = "https://purl.imsglobal.org/spec/lti-dl/claim/";
type Item = { title: string; custom: Record<string, string>; lineItem?: object };

async function picking() {
  const platform = await startPlatform();
  const server = await startServer({ insecurePlatforms: true, settings: { name: "Monday" } });
  await platform.register(server);
  await connect(server, platform, TEACHER);
  return {
    platform,
    server,
    /** The page of a request to pick. */
    async asked(picks: Record<string, unknown> = {}) {
      const launched = await platform.launch(server, TEACHER, { picks });
      expect([launched.status, cookiesOf(launched)]).toEqual([200, expect.not.stringContaining("seat-")]);
      const page = await launched.text();
      const empty = {
        debateId: BUILT_IN_DEBATE.id,
        preset: "quick",
        identity: "named",
        code: "",
        points: "",
      };
      const form: Record<string, string> = { ...formIn(page, "/lti/pick"), ...empty };
      return { page, form };
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await platform[Symbol.asyncDispose]();
    },
  };
}

/** What the platform is answered. */
async function answerIn(response: Response) {
  expect(response.status).toBe(200);
  const [, jwt = ""] = /name="JWT" value="([^"]+)"/u.exec(await response.text()) ?? [];
  const claims = decodeJwt(jwt);
  return { items: claims[`${CLAIM}content_items`] as Item[], data: claims[`${CLAIM}data`] };
}

test("[Q54] a launch picks once, without a session cookie: a debate with how it is opened, and what the platform sent along", async () => {
  await using room = await picking();
  const { server, asked } = room;
  const { page, form } = await asked({ data: "kept by the platform" });
  expect(page).toContain(BUILT_IN_DEBATE.resolution);
  const { items, data } = await answerIn(await sendForm(server, "/lti/pick", form));
  expect([items.length, items[0]?.lineItem, data]).toEqual([1, undefined, "kept by the platform"]);
  expect((await sendForm(server, "/lti/pick", form)).status).toBe(400);
  const item = await server.database.reader.ltiItem.findFirstOrThrow();
  const content = { debateId: BUILT_IN_DEBATE.id, preset: "quick", identity: "named", language: "en" };
  expect([item.id, JSON.parse(item.content)]).toEqual([items[0]?.custom.resolved_item, content]);
});

test("[Q54] an open session of the instructor's own is picked, by its name", async () => {
  await using room = await picking();
  const { server, platform, asked } = room;
  const { code } = server.session;
  const { page, form } = await asked();
  expect(page).toContain(`Monday (${code})`);
  const { items } = await answerIn(await sendForm(server, "/lti/pick", { ...form, code, points: "8" }));
  const text = BUILT_IN_DEBATE.resolution;
  expect(items).toMatchObject([{ title: "Monday", text, lineItem: { scoreMaximum: 8, label: "Monday" } }]);
  const ada = { sub: "s1", name: "Ada" };
  const launched = await platform.launch(server, ada, items[0] ?? {});
  expect(launched.headers.get("location")).toBe(`/s/${code}`);

  const host = await server.connect("host");
  for (const to of ["results", "closed"] as const) await moveTo(host, to);
  const later = await asked();
  expect(later.page).not.toContain(code);
  expect((await sendForm(server, "/lti/pick", { ...later.form, code })).status).toBe(400);
});

test("[Q54] what can't be picked is said with what was chosen, and the same page can be sent again", async () => {
  await using room = await picking();
  const { server, asked } = room;
  const { form } = await asked();
  const cookie = await server.colleague();
  const json = { debateId: BUILT_IN_DEBATE.id };
  const opened = await server.request("/api/sessions", { json, headers: { cookie } });
  const { code } = await opened.json();
  const faults: [Record<string, string>, string][] = [
    [{ points: "7.5" }, "whole points"],
    [{ points: "0" }, "whole points"],
    [{ points: "1001" }, "whole points"],
    [{ points: "5", identity: "anonymous" }, "Anonymous sessions send no grades"],
    [{ code, points: "5" }, "can’t be used"],
    [{ debateId: "nothing" }, "can’t be used"],
    [{ preset: "endless" }, "can’t be used"],
  ];
  for (const [wrong, says] of faults) {
    const answered = await sendForm(server, "/lti/pick", { ...form, ...wrong });
    const page = await answered.text();
    expect([wrong, answered.status, page.includes(says)]).toEqual([wrong, 400, true]);
    expect(page).toContain(`value="${wrong.points ?? ""}" aria-describedby="points"`);
    expect(page).toContain(`<option value="${wrong.identity ?? "named"}" selected>`);
  }
  expect(await server.database.reader.ltiItem.count()).toBe(0);
  expect((await sendForm(server, "/lti/pick", form)).status).toBe(200);
});

test("[Q54] nothing is picked by Cancel, and points are offered only where the platform takes them", async () => {
  await using room = await picking();
  const { server, asked } = room;
  const { form } = await asked();
  const { items } = await answerIn(await sendForm(server, "/lti/pick", { ...form, cancel: "yes" }));
  expect([items, await server.database.reader.ltiItem.count()]).toEqual([[], 0]);

  const without = await asked({ accept_lineitem: false });
  expect(without.page).not.toContain('name="points"');
  const sent = await answerIn(await sendForm(server, "/lti/pick", { ...without.form, points: "5" }));
  expect(sent.items[0]?.lineItem).toBeUndefined();
});

test("[Q54] debates are found by their words", async () => {
  await using room = await picking();
  const { server, asked } = room;
  const { page, form } = await asked();
  const find = async (q: string) => {
    const found = await sendForm(server, "/lti/pick", { t: form.t ?? "", q, find: "yes" });
    return [found.status, (await found.text()).split("<option").length];
  };
  const all = page.split("<option").length;
  const [status, found] = await find(BUILT_IN_DEBATE.resolution);
  expect([status, Number(found) < all]).toEqual([200, true]);
  expect(await find("no debate has these words")).toEqual([200, all]);
});
