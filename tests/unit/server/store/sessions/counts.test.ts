import { expect, test } from "vitest";
import { createCounts } from "#server/store/sessions/counts.ts";

/** Answers with so many who have joined, and says how often it was asked. */
function database() {
  const state = { asked: 0, joined: 0, isDown: false };
  const rows = async <Row>() => {
    state.asked += 1;
    if (state.isDown) throw new Error("the database is down");
    return [{ what: "joined", choice: "", count: state.joined }] as Row[];
  };
  return { state, rows };
}
const session = (version: number, joins: number) => ({ id: "one", version, joins });

test("[W10] a hall that asks at once is counted once, for phones again after 25 commits with new seats", async () => {
  const { state, rows } = database();
  const counts = createCounts({ rows });
  state.joined = 3;
  const asked = Array.from({ length: 300 }, () => counts.forPhones(session(7, 3)));
  expect(counts.lastJoined("one")).toBe(0);
  for (const { joined } of await Promise.all(asked)) expect(joined).toBe(3);
  expect([state.asked, counts.lastJoined("one")]).toEqual([1, 3]);

  await counts.forPhones(session(31, 27));
  expect(state.asked).toBe(1);
  // The host is told each join.
  await counts.at(session(31, 27));
  expect(state.asked).toBe(2);
  await counts.forPhones(session(56, 52));
  expect(state.asked).toBe(3);
  // A vote is no join.
  await counts.forPhones(session(57, 52));
  expect(state.asked).toBe(4);
});

test("a count that fails fails those who asked meanwhile, and the next one counts anew", async () => {
  const { state, rows } = database();
  const counts = createCounts({ rows });
  state.isDown = true;
  const asked = await Promise.allSettled([counts.at(session(1, 0)), counts.forPhones(session(1, 0))]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  state.isDown = false;
  expect(await counts.at(session(1, 0))).toMatchObject({ joined: 0 });
  expect(state.asked).toBe(2);
});
