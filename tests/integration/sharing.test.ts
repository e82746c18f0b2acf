import { describe, expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { DEBATE_RIGHTS } from "#debate/rules/debate-rights.ts";
import { ALAN, colleagues, DRAFT } from "#tests/support/colleagues.ts";
import { startServer } from "#tests/support/server.ts";

const changed = (resolution: string) => ({ ...DRAFT, resolution });

/** What a colleague may ask of a debate, and the answer with each right: none, to read, to copy and to edit. */
const ANSWERS = {
  read: [404, 200, 200, 200],
  open: [404, 201, 201, 201],
  export: [404, 403, 200, 200],
  save: [404, 403, 403, 200],
  versions: [404, 403, 403, 200],
  version: [404, 403, 403, 404],
  sharing: [404, 403, 403, 403],
  share: [404, 403, 403, 403],
  remove: [404, 403, 403, 403],
};
const RIGHTS = ["none", ...DEBATE_RIGHTS] as const;

describe("[I19] what a colleague may do with a debate", () => {
  const cases = RIGHTS.flatMap((right) =>
    [{ everyone: right }, { email: ALAN, right }].map((given) => [right, given] as const),
  );
  test.each(cases)("with the right %s, given by %o", async (right, given) => {
    await using between = await colleagues();
    const { server, grace, alan, id } = between;
    expect((await grace.share(id, given)).status).toBe(204);
    const tag = await grace.tag(id);
    const opened = { json: { debateId: id }, headers: { cookie: alan.cookie } };
    const answers = {
      read: await alan.read(id),
      open: await server.request("/api/sessions", opened),
      export: await alan.ask("GET", `/${id}/export`),
      save: await alan.save(id, changed("Ships"), tag),
      versions: await alan.ask("GET", `/${id}/versions`),
      version: await alan.ask("GET", `/${id}/versions/none`),
      sharing: await alan.ask("GET", `/${id}/sharing`),
      share: await alan.share(id, { everyone: "edit" }),
      remove: await alan.ask("DELETE", `/${id}`),
    };
    const asked = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[];
    expect(asked.map((name) => [name, answers[name].status])).toEqual(
      asked.map((name) => [name, ANSWERS[name][RIGHTS.indexOf(right)]]),
    );
    const { debate } = await (await grace.read(id)).json();
    expect(debate.resolution).toBe(right === "edit" ? "Ships" : DRAFT.resolution);
    const page = await server.app.pageApi.debate(new Headers({ cookie: alan.cookie }), id);
    expect(page).toMatchObject(
      right === "none" ? { ok: false } : { ok: true, value: { access: right, owner: "Grace" } },
    );
  });

  test("[I24] ends at once when it is taken back; a session that was opened goes on", async () => {
    await using between = await colleagues();
    const { server, grace, alan, id } = between;
    for (const [given, back] of [
      [{ everyone: "edit" }, { everyone: "none" }],
      [
        { email: ALAN, right: "edit" },
        { email: ALAN.toUpperCase(), right: "none" },
      ],
    ]) {
      await grace.share(id, given);
      const tag = await alan.tag(id);
      const headers = { cookie: alan.cookie };
      const session = await server.request("/api/sessions", { json: { debateId: id }, headers });
      const { code } = await session.json();
      await grace.share(id, back);
      expect((await alan.read(id)).status).toBe(404);
      expect((await alan.save(id, changed("Too late"), tag)).status).toBe(404);
      expect((await server.request(`/api/sessions/${code}`)).status).toBe(200);
    }
    expect(await grace.sharing(id)).toEqual({ everyone: "none", addresses: [] });
  });
});

describe("[I20] a debate that is edited together", () => {
  test("is saved over a version that the save names only, by its owner, too", async () => {
    await using between = await colleagues();
    const { grace, alan, id } = between;
    await grace.share(id, { email: ALAN, right: "edit" });
    const base = await grace.tag(id);
    for (const ifMatch of [undefined, "*"])
      for (const by of [grace, alan]) expect((await by.save(id, changed("Blind"), ifMatch)).status).toBe(412);
    expect((await alan.save(id, changed("Alan's"), base)).status).toBe(200);
    const late = await grace.save(id, changed("Grace's"), base);
    expect([late.status, (await late.json()).debate.resolution]).toEqual([412, "Alan's"]);
    expect((await grace.save(id, changed("Grace's"), await grace.tag(id))).status).toBe(200);
  });

  test("of ten saves at once, by two people from one version, one is stored", async () => {
    await using between = await colleagues();
    const { grace, alan, id } = between;
    await grace.share(id, { everyone: "edit" });
    const base = await grace.tag(id);
    const saves = Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? grace : alan).save(id, changed(`R${n}`), base),
    );
    const answers = await Promise.all(saves);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const { debate } = await (await alan.read(id)).json();
    expect(debate.resolution).toBe(`R${answers.findIndex(({ ok }) => ok)}`);
  });
});

describe("[I21] sharing tells nothing about accounts", () => {
  test("an address without an account is answered and listed like one that has one", async () => {
    await using between = await colleagues();
    const { grace, id } = between;
    for (const email of [ALAN, "nobody@example.org"]) {
      const answer = await grace.share(id, { email, right: "copy" });
      expect([answer.status, await answer.text()]).toEqual([204, ""]);
    }
    expect(await grace.sharing(id)).toEqual({
      everyone: "none",
      addresses: [
        { email: ALAN, right: "copy" },
        { email: "nobody@example.org", right: "copy" },
      ],
    });
  });

  test("a debate has at most 100 addresses", async () => {
    await using between = await colleagues();
    const { server, grace, id } = between;
    const at = new Date(0);
    await server.database.queued.verification.createMany({
      data: Array.from({ length: 100 }, (_, n) => ({
        id: `${n}`,
        identifier: `debate-share:${id}`,
        value: "{}",
        expiresAt: at,
        createdAt: at,
      })),
    });
    expect((await grace.share(id, { email: ALAN, right: "read" })).status).toBe(429);
  });

  test("[I23] a colleague tries 60 addresses in ten minutes", async () => {
    await using between = await colleagues();
    const { grace, id } = between;
    for (let n = 0; n < 60; n += 1) await grace.share(id, { everyone: "none" });
    const refused = await grace.share(id, { everyone: "none" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

test("[I22] with an account its shares go, and the debates that it shared; what colleagues share with it stays theirs", async () => {
  await using between = await colleagues();
  const { server, grace, alan, id } = between;
  const his: Debate = await alan.create(changed("His"));
  await grace.share(id, { email: ALAN, right: "edit" });
  await grace.share(id, { email: "nobody@example.org", right: "read" });
  await alan.share(his.id, { everyone: "edit" });
  await alan.share(his.id, { email: "grace@example.org", right: "read" });
  const tables = server.database.reader;
  const account = await server.request("/api/account", {
    method: "DELETE",
    json: { proof: "nanoseconds-1906" },
    headers: { cookie: alan.cookie },
  });
  expect(account.status).toBe(204);
  expect((await grace.read(his.id)).status).toBe(404);
  expect((await grace.read(id)).status).toBe(200);
  expect(await tables.debateShare.count()).toBe(0);
  expect(await grace.sharing(id)).toEqual({
    everyone: "none",
    addresses: [{ email: "nobody@example.org", right: "read" }],
  });
  expect(await tables.verification.count()).toBe(1);
});

describe("[D33] versions of a debate", () => {
  test("each save keeps the one before, with when and by whom; what is kept can be restored by a save", async () => {
    await using between = await colleagues();
    const { grace, alan, id } = between;
    const versions = async () => (await grace.ask("GET", `/${id}/versions`)).json();
    expect(await versions()).toEqual({ versions: [], current: expect.any(String) });
    await grace.share(id, { email: ALAN, right: "edit" });
    const first = await grace.tag(id);
    await alan.save(id, changed("Second"), first);
    await grace.save(id, changed("Third"), await grace.tag(id));
    const listed = await versions();
    expect(listed.versions).toMatchObject(["Grace", "Alan", "Grace"].map((savedBy) => ({ savedBy })));
    expect(listed.current).toBe(listed.versions[0].version);
    const oldest = listed.versions[2];
    expect(`"${oldest.version}"`).toBe(first);
    const { debate } = await (await alan.ask("GET", `/${id}/versions/${oldest.version}`)).json();
    expect(debate.resolution).toBe(DRAFT.resolution);

    const { id: _, ...draft } = debate;
    expect((await alan.save(id, draft, await grace.tag(id))).status).toBe(200);
    const after = await versions();
    expect(after.current).toBe(oldest.version);
    expect(after.versions).toMatchObject(["Alan", "Grace", "Alan"].map((savedBy) => ({ savedBy })));
  });

  test("the 50 newest before the current one are kept; the same save again adds none", async () => {
    await using between = await colleagues();
    const { server, grace, id } = between;
    const count = () => server.database.reader.debateVersion.count();
    for (let again = 0; again < 2; again += 1) await grace.save(id, changed("Version 1"));
    expect(await count()).toBe(2);
    for (let n = 2; n <= 52; n += 1) await grace.save(id, changed(`Version ${n}`));
    const { versions } = await (await grace.ask("GET", `/${id}/versions`)).json();
    expect(versions).toHaveLength(51);
    expect(await count()).toBe(51);
    await grace.ask("DELETE", `/${id}`);
    expect(await count()).toBe(0);
  });

  test("a version of another debate is not found", async () => {
    await using between = await colleagues();
    const { grace, id } = between;
    const other = await grace.create(changed("Other"));
    await grace.save(other.id, changed("Other, changed"));
    const { current } = await (await grace.ask("GET", `/${other.id}/versions`)).json();
    expect((await grace.ask("GET", `/${other.id}/versions/${current}`)).status).toBe(200);
    expect((await grace.ask("GET", `/${id}/versions/${current}`)).status).toBe(404);
  });
});

test("[I22] an address that was listed before it had an account leaves the lists with that account, too", async () => {
  await using server = await startServer();
  const made = await server.asInstructor("/api/debates", { json: { debate: DRAFT } });
  const { debate } = await made.json();
  const sharing = `/api/debates/${debate.id}/sharing`;
  // Some that a pattern for Alan's would find, too.
  const others = [ALAN.replace("@", "_@"), ALAN.replace("a", "_")];
  for (const email of [ALAN, ...others])
    await server.asInstructor(sharing, { method: "PUT", json: { email, right: "edit" } });
  const json = { proof: "nanoseconds-1906" };
  const alans = { cookie: await server.colleague() };
  const deleted = await server.request("/api/account", { method: "DELETE", json, headers: alans });
  expect(deleted.status).toBe(204);
  const { addresses } = await (await server.asInstructor(sharing)).json();
  expect(addresses).toMatchObject(others.map((email) => ({ email })));
});
