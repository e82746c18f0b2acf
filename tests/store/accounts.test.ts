import { expect } from "vitest";
import { instructorStore } from "#server/store/accounts/instructor-rows.ts";
import { invitationStore, useInvitation } from "#server/store/accounts/invitation-rows.ts";
import { passwordStore } from "#server/store/accounts/password-rows.ts";
import { signInCodeStore } from "#server/store/accounts/sign-in-code-rows.ts";
import { contract, HOST, NOW, type Stored } from "#tests/store/contract.ts";

const signIn = ({ database }: Stored, id: string, userId: string, expiresAt: number) =>
  database.write((to) =>
    to.signIn.create({ data: { id, token: id, userId, expiresAt: new Date(expiresAt) } }),
  );

const account = (id: string, email = `${id}@example.org`) => ({
  ...{ id, name: `${id} ä 日本`, email, emailVerified: false, passwordHash: `hash of ${id}` },
});

contract(
  "[I1] of accounts that are made at once with one address or one invitation, one is stored",
  async ({ database, read, store }) => {
    const [instructors, invitations] = [instructorStore(database), invitationStore(database)];
    const invitation = { id: "i", tokenHash: "h", inviterId: HOST, createdAt: NOW, expiresAt: NOW + 9 };
    const limits = { most: 1, forgetBefore: NOW - 9 };
    expect(await invitations.create(invitation, limits)).toBe("stored");
    expect(await invitations.create({ ...invitation, note: "Again" }, limits)).toBe("stored");
    expect(await invitations.create({ ...invitation, id: "j", tokenHash: "k" }, limits)).toBe("too-many");
    expect(await invitations.openOf(HOST, NOW)).toMatchObject([
      { id: "i", note: "Again", expiresAt: NOW + 9 },
    ]);
    expect(await invitations.openOf(HOST, NOW + 9)).toEqual([]);
    const enrol = (id: string) =>
      instructors.enrol(account(id), async (to) => {
        const helperId = await useInvitation(to, "h", NOW);
        return helperId === null ? null : { helperId };
      });
    const outcomes = await Promise.all(["ada", "bob", "cyd"].map(enrol));
    expect(outcomes.toSorted()).toEqual(["closed", "closed", "stored"]);
    const admitted = async () => ({});
    const same = ["dan", "eve"].map((id) => instructors.enrol(account(id, "same@example.org"), admitted));
    expect((await Promise.all(same)).toSorted()).toEqual(["stored", "taken"]);
    await expect(
      database.write((to) =>
        to.instructor.create({ data: { id: "x", name: "X", email: "same@example.org" } }),
      ),
    ).rejects.toMatchObject({ code: "P2002" });
    expect(await instructors.known("same@example.org")).toBe(true);
    expect(await instructors.known("SAME@example.org")).toBe(false);
    // [I15] Whose helper goes stays.
    await store.accounts.remove(HOST);
    const helped = await read.instructor.findMany({ where: { email: { not: "same@example.org" } } });
    expect(helped.map(({ helperId }) => helperId)).toEqual([null]);
  },
);

contract(
  "[G9] [I9] sign-ins and codes are found until they end, used once, and deleted after",
  async (stored) => {
    const { store, database, read } = stored;
    const [instructors, codes] = [instructorStore(database), signInCodeStore(database)];
    await signIn(stored, "over", HOST, NOW - 1);
    await signIn(stored, "open", HOST, NOW + 1);
    expect(await instructors.bySignIn("open")).toEqual({
      ...{ id: "open", expiresAt: NOW + 1 },
      instructor: { id: HOST, name: HOST, email: `${HOST}@example.org` },
    });
    expect(await instructors.bySignIn("none")).toBe(null);
    const code = { instructorId: HOST, signInId: "open", expiresAt: NOW + 5 };
    await codes.replace({ ...code, codeHash: "first" });
    await codes.replace({ ...code, codeHash: "second" });
    expect(await codes.use("first", NOW)).toBe(null);
    expect(await codes.use("second", NOW + 5)).toBe(null);
    const used = await Promise.all([1, 2, 3].map(() => codes.use("second", NOW)));
    expect(used.toSorted()).toEqual([HOST, null, null].toSorted());
    await codes.replace({ ...code, codeHash: "third" });
    expect(await store.accounts.signedIn("over")).toBe(HOST);
    await store.accounts.forgetExpired(NOW);
    expect(await store.accounts.signedIn("over")).toBe(null);
    expect((await read.signIn.findMany()).map(({ id }) => id)).toEqual(["open"]);
    await store.accounts.forgetExpired(NOW + 5);
    expect(await read.signInCode.count()).toBe(0);
  },
);

contract(
  "[I13] [I26] of two new passwords at once one is stored, which ends every sign-in",
  async (stored) => {
    const { store, database, read } = stored;
    const [instructors, passwords] = [instructorStore(database), passwordStore(database)];
    await instructors.enrol(account("ada"), async () => ({ helperId: HOST }));
    await signIn(stored, "open", "ada", NOW);
    expect(await store.accounts.allowHelp("ada", NOW)).toBe(true);
    expect(await store.accounts.allowHelp("ada", NOW + 1)).toBe(true);
    expect(await store.accounts.allowHelp(HOST, NOW)).toBe(false);
    expect((await store.accounts.profile(HOST)).helped).toMatchObject([{ id: "ada" }]);
    const found = await passwords.of({ id: "ada", helperId: HOST });
    expect(found).toMatchObject({ hash: "hash of ada", helpAllowedAt: BigInt(NOW) });
    const user = { id: "ada", helperId: HOST, helpAllowedAt: BigInt(NOW) };
    const replace = (after: string) =>
      passwords.replace(user, { before: "hash of ada", after, provesAddress: true });
    const replaced = await Promise.all([replace("one"), replace("two")]);
    expect(replaced.toSorted()).toEqual([false, true]);
    expect(await read.signIn.count()).toBe(0);
    expect(await passwords.of({ id: "ada", helperId: HOST })).toBe(null);
    expect((await passwords.of({ email: "ada@example.org" }))?.hash).toBe(replaced[0] ? "one" : "two");
  },
);

contract("[G8] [D34] deleting an account takes everything with it, and is counted", async (stored) => {
  const { store, database, read, session, seats, vote } = stored;
  const here = await session({ phase: "before" });
  await seats(here, "ada");
  await vote(here, "before", { ada: "for" });
  await signIn(stored, "open", HOST, NOW);
  const settings = (await store.sessions.byId(here))?.settings;
  if (!settings) throw new Error("there is no session");
  const { version: _, ...kept } = settings;
  const template = { id: "t", name: "Usual", settings: kept, createdAt: NOW };
  expect(await store.templates.keep(HOST, template)).toMatchObject({ id: "t" });
  expect(await store.templates.keep(HOST, { ...template, id: "again" })).toMatchObject({ id: "t" });
  expect(await store.templates.of(HOST)).toMatchObject([{ id: "t", createdAt: NOW }]);
  await store.accounts.remove(HOST);
  await store.accounts.remove(HOST);
  const left = [read.session, read.participant, read.ballot, read.signIn, read.template, read.event];
  expect(await Promise.all(left.map((table) => (table as typeof read.session).count()))).toEqual(
    left.map(() => 0),
  );
  expect(await instructorStore(database).deletedIfNone()).toBe(1);
});
