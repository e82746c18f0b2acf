import { expect } from "vitest";
import type { DebateDraft } from "#debate/content/debate.ts";
import { versionOf } from "#server/store/debates/debates.ts";
import { contract, HOST, NOW, type Stored } from "#tests/store/contract.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const { id: _, ...DRAFT } = BUILT_IN_DEBATE;
const titled = (resolution: string): DebateDraft => ({ ...DRAFT, resolution });
const add = ({ store }: Stored, id: string, resolution = id, at = NOW, owner = HOST) =>
  store.debates.create(owner, id, titled(resolution), at);

contract(
  "[D14] a search finds every debate with all of its words as they were typed, and % and _ are letters",
  async (stored) => {
    const titles = {
      percent: "100 % of cars",
      under: "a_b cars",
      slash: "a\\b",
      german: "STRASSE über Öl",
      japan: "日本の島",
    };
    for (const [id, title] of Object.entries(titles)) await add(stored, id, title);
    const found = async (...words: string[]) =>
      (await stored.store.shelves.of(HOST, words))
        .filter(({ listing }) => listing)
        .map(({ id }) => id)
        .sort();
    expect(await found()).toHaveLength(5);
    expect(await found("%")).toEqual(["percent"]);
    expect(await found("a_b")).toEqual(["under"]);
    expect(await found("a\\b")).toEqual(["slash"]);
    expect(await found("cars", "100")).toEqual(["percent"]);
    expect(await found("日本")).toEqual(["japan"]);
    expect(await found("cars' OR 1 --")).toEqual([]);
    const [german] = (await stored.read.debate.findMany({ where: { id: "german" } })).map(
      ({ searched }) => searched,
    );
    expect(await found(german?.slice(0, 12) ?? "none")).toEqual(["german"]);
  },
);

contract(
  "[D15] [I19] [I21] a shelf has own debates and shared ones, newest first, with what may be done with each",
  async (stored) => {
    const { store, addInstructor, database } = stored;
    await addInstructor("grace");
    for (const [n, id] of ["hidden", "public", "given", "both"].entries()) await add(stored, id, id, NOW + n);
    await add(stored, "own", "own", NOW + 9, "grace");
    const share = (debateId: string, email: string, right: "none" | "read" | "edit") =>
      store.debateShares.withAddress({ ownerId: HOST, debateId, email, right, at: NOW });
    await store.debateShares.withEveryone(HOST, "public", "read");
    await store.debateShares.withEveryone(HOST, "both", "read");
    expect(await share("given", "grace@example.org", "read")).toBe("stored");
    expect(await share("given", "none@example.org", "edit")).toBe("stored");
    expect(await share("both", "grace@example.org", "edit")).toBe("stored");
    expect(await share("own", "grace@example.org", "edit")).toBe("not-found");
    expect((await store.debateShares.of("given"))?.addresses).toHaveLength(2);
    const shelf = async () => {
      store.shelves.forgetShared();
      return (await store.shelves.of("grace", [])).map(({ id, access, owner, isDraft, archivedAt }) => [
        ...[id, access, owner, isDraft, archivedAt],
      ]);
    };
    expect(await shelf()).toEqual([
      ["own", "own", "", false, null],
      ["both", "edit", HOST, false, null],
      ["given", "read", HOST, false, null],
      ["public", "read", HOST, false, null],
    ]);
    await store.debates.archive("grace", "own", NOW);
    await share("given", "grace@example.org", "none");
    expect((await shelf()).map(([id, , , , at]) => [id, at])).toEqual([
      ["own", NOW],
      ["both", null],
      ["public", null],
    ]);
    expect(await store.debates.byId("grace", "given")).toBe(null);
    expect(await store.debates.byId("grace", "both")).toMatchObject({
      access: "edit",
      owner: HOST,
      isArchived: false,
    });
    expect(await store.debateShares.givenTo("grace")).toEqual([{ debateId: "both", right: "edit" }]);
    // An owner's account takes the debates with it, and the lists of addresses.
    await store.accounts.remove(HOST, 0);
    expect(await shelf()).toHaveLength(1);
    expect(await database.reader.verification.count()).toBe(0);
  },
);

contract("[D11] of saves from one version one is stored, and a repeated one is a success", async (stored) => {
  const { store } = stored;
  const first = await add(stored, "d");
  const save = (title: string, base: string) =>
    store.debates.update(HOST, "d", titled(title), {
      ...{ at: NOW + 1, by: "Ada", isDraft: false, isExact: true },
      fits: (version) => version === base,
    });
  const saved = await Promise.all([save("one", first.version), save("two", first.version)]);
  expect(saved.map((each) => each?.outcome).sort()).toEqual(["saved", "stale"]);
  const title = saved[0]?.outcome === "saved" ? "one" : "two";
  expect((await save(title, "other"))?.outcome).toBe("saved");
  expect(await store.debateVersions.of("d")).toHaveLength(2);
  expect((await store.debateVersions.read("d", first.version))?.resolution).toBe("d");

  const once = (title: string, owner = HOST) =>
    store.debates.createOnce(owner, "new", titled(title), NOW, false);
  const made = await Promise.all([once("a"), once("a"), once("a")]);
  expect(made.map(({ outcome }) => outcome)).toEqual(["saved", "saved", "saved"]);
  expect((await once("b")).outcome).toBe("stale");
  await stored.addInstructor("grace");
  expect((await once("a", "grace")).outcome).toBe("forbidden");
  await store.debates.createAll(
    HOST,
    [
      { id: "new", draft: titled("z") },
      { id: "next", draft: titled("n") },
    ],
    NOW,
  );
  expect((await store.debates.byId(HOST, "new"))?.debate.resolution).toBe("a");
  expect((await store.debates.statesOf(HOST)).map(({ createdAt }) => createdAt.getTime())).toEqual([
    NOW,
    NOW,
    NOW,
  ]);
});

contract(
  "[D16] [D17] [D18] a debate that was taught is archived, not deleted, and rehearsals are no teaching",
  async (stored) => {
    const { store, database, session } = stored;
    const { version } = await add(stored, "taught");
    await add(stored, "rehearsed");
    const [older, newer, rehearsal] = [
      await session({ createdAt: NOW - 5, phase: "results" }),
      await session({ phase: "results" }),
      await session({ simulated: 9 }),
    ];
    for (const [sessionId, debateId] of [
      [older, "taught"],
      [newer, "taught"],
      [rehearsal, "rehearsed"],
    ] as const)
      await database.write((to) =>
        to.frozenDebate.update({ where: { sessionId }, data: { debateId, debateVersion: version } }),
      );
    expect(await store.shelves.taughtBy(HOST)).toEqual(new Map([["taught", { last: NOW, times: 2 }]]));
    expect((await store.sections.ofDebate(HOST, "taught")).map(({ id }) => id)).toEqual([newer, older]);
    const origin = { debateId: "taught", debateVersion: version };
    expect([...(await store.originStates([origin])).values()]).toMatchObject([
      { state: "unchanged", savedAt: NOW },
    ]);
    expect(await store.debates.remove(HOST, "taught", NOW)).toBe("archived");
    expect(await store.debates.remove(HOST, "rehearsed", NOW)).toBe("deleted");
    expect(await store.debates.remove(HOST, "rehearsed", NOW)).toBe(null);
    expect(await store.sessions.originOf(rehearsal)).toMatchObject({ debateId: "rehearsed" });
  },
);

contract("[U11] [L21] the file of a debate is kept byte by byte, for its owner alone", async (stored) => {
  const { store } = stored;
  await add(stored, "d");
  await add(stored, "e");
  const bytes = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 31 + (n >> 8)) % 256);
  const file = (length: number) => ({ name: "Ä 日本.pdf", type: "application/pdf", bytes: bytes(length) });
  for (const length of [0, 1, 2 ** 20, 2 ** 20 + 1, 2.5 * 2 ** 20]) {
    expect(await store.sources.keep(HOST, "d", file(length))).toBe(true);
    const kept = await store.sources.of(HOST, "d");
    expect([kept?.name, versionOf(Buffer.from(kept?.bytes ?? []).toString("base64"))]).toEqual([
      "Ä 日本.pdf",
      versionOf(Buffer.from(bytes(length)).toString("base64")),
    ]);
    expect(await store.sources.sizeOf(HOST, "d")).toBe(length);
  }
  expect(await store.sources.keep("someone", "d", file(1))).toBe(false);
  expect(await store.sources.of("someone", "d")).toBe(null);
  expect(await store.sources.bytesBeside(HOST, "d")).toBe(0);
  expect(await store.sources.bytesBeside(HOST, "e")).toBe(2.5 * 2 ** 20);
  expect(await store.sources.namesOf(HOST)).toEqual([{ debateId: "d", name: "Ä 日本.pdf" }]);
});
