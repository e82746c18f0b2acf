import { expect } from "vitest";
import { contract, NOW } from "#tests/store/contract.ts";

const ISSUER = "https://school.test";
const PLATFORM = {
  ...{ id: "p", issuer: ISSUER, clientId: "c", at: NOW, sites: [ISSUER], deploymentIds: ["1"] },
  ...{ authorizationEndpoint: `${ISSUER}/auth`, tokenEndpoint: `${ISSUER}/token`, jwksUri: `${ISSUER}/jwks` },
};
const keyMade = (id: string, createdAt = NOW) => ({ id, createdAt, publicKey: "{}", sealed: "x" });

contract("[Q40] an issuer's client is one platform, whose deployments add up", async ({ store }) => {
  const { at, ...platform } = PLATFORM;
  expect(await store.platforms.keep(PLATFORM)).toEqual(platform);
  await store.platforms.keep({ ...PLATFORM, id: "q", deploymentIds: ["2", "1"], jwksUri: "changed" });
  await store.platforms.keep({ ...PLATFORM, id: "r", clientId: "other", at: at + 1 });
  const kept = { ...platform, jwksUri: "changed", deploymentIds: ["1", "2"] };
  expect(await store.platforms.all()).toEqual([kept, { ...platform, id: "r", clientId: "other" }]);
  expect([await store.platforms.remove("p"), await store.platforms.remove("p")]).toEqual([true, false]);
  expect(await store.platforms.ofIssuer(ISSUER)).toMatchObject([{ id: "r" }]);
});

contract(
  "[Q41] a registration link is used by one of two at once, until its time, and again if it is given back",
  async ({ store: { platformKeys: keys } }) => {
    await keys.allow("hash", NOW, NOW + 10);
    expect([await keys.isAllowed("hash", NOW + 10), await keys.spendAllowed("hash", NOW + 10)]).toEqual([
      false,
      false,
    ]);
    const both = await Promise.all([keys.spendAllowed("hash", NOW), keys.spendAllowed("hash", NOW)]);
    expect(both.sort()).toEqual([false, true]);
    await keys.giveBack("hash");
    expect(await keys.spendAllowed("hash", NOW + 9)).toBe(true);
  },
);

contract(
  "[Q43] a key is added beside those that its maker knew, and only those go",
  async ({ store: { platformKeys: keys } }) => {
    await keys.add(keyMade("a"), null, []);
    await keys.add(keyMade("b"), null, []);
    await keys.add(keyMade("c", NOW + 1), "a", []);
    await keys.add(keyMade("d", NOW + 2), "c", ["a"]);
    expect((await keys.all()).map(({ id }) => id)).toEqual(["d", "c"]);
  },
);
