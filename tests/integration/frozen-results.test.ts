import { expect, test } from "vitest";
import type { Results } from "#debate/counting/results.ts";
import { createStore } from "#server/store/store.ts";
import { ballot, moveTo } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** The part of the results that is computed from votes. */
function ofVotes({ rounds, paired, verdict, swing, margin, withheld }: Results) {
  return { rounds, paired, verdict, swing, margin, withheld };
}

test("[Z11] a class is shown the same results after seats are deleted one by one, until voting opens again", async () => {
  await using server = await startServer({
    settings: { identity: "pseudonym", smallGroups: "hide", entry: "open" },
  });
  const host = await server.connect("host");
  const students = await Promise.all(Array.from({ length: 9 }, () => server.connect("student")));
  const votes = students.map((_, i) => (i < 5 ? "for" : "against"));
  await host.send("host:lock", { locked: true });
  await moveTo(host, "before");
  await Promise.all(students.map((each, i) => each.send("ballot:cast", ballot(votes[i] ?? "for"))));
  await moveTo(host, "after");
  await Promise.all(students.map((each, i) => each.send("ballot:cast", ballot(votes[i] ?? "for", "after"))));
  await moveTo(host, "results");
  const told = async () => ofVotes(await (await server.asStranger("/results")).json());
  const first = await told();
  // Joining was closed before the first vote, and five and four are not small groups: everything is shown.
  expect(first).toMatchObject({
    withheld: [],
    paired: {
      n: 9,
      matrix: [
        [5, 0, 0],
        [0, 4, 0],
        [0, 0, 0],
      ],
    },
  });
  for (const each of students.slice(0, 3)) {
    await server.asHost(`/participants/${each.participantId}?scope=seat`, { method: "DELETE" });
    expect(await told()).toEqual(first);
  }
  // The host sees what is there.
  const forHost: Results = await (await server.asHost("/results")).json();
  expect(forHost.paired.n).toBe(6);
  await moveTo(host, "after");
  await moveTo(host, "results");
  expect((await told()).paired).toEqual({ from: "before", to: "after", n: 6, matrix: null });
});

test("[Z11] what was counted before voting opened again is not kept, also once results are shown again", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  const { classResults, sessions } = createStore(server.database);
  const session = async () => {
    const found = await sessions.byCode(server.session.code);
    if (!found) throw new Error("no session");
    return found;
  };
  await moveTo(host, "results");
  const counted = await session();
  await moveTo(host, "after");
  await moveTo(host, "results");
  expect(await classResults.keep(counted.id, counted.resultsVersion, "before")).toBeNull();
  const { id, resultsVersion } = await session();
  expect(await classResults.keep(id, resultsVersion, "since")).toBe("since");
  // Closing after that does not begin anew.
  await moveTo(host, "closed");
  expect(await classResults.keep(id, (await session()).resultsVersion, "later")).toBe("since");
});
