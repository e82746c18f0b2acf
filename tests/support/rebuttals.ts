import { expect } from "vitest";
import type { Moderation } from "#debate/rules/moderation.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { startServer } from "#tests/support/server.ts";

/** Posts a rebuttal, and says which. */
export const post = async (author: Client, given: Parameters<typeof rebuttal>[0]) => {
  const posted = rebuttal(given);
  expect(await author.send("rebuttal:post", posted)).toMatchObject(OK);
  return posted;
};
export const endorse = (client: Client, rebuttalId: string, on = true) =>
  client.send("rebuttal:endorse", { rebuttalId, on });
export const decide = (host: Client, rebuttalId: string, action: Moderation) =>
  host.send("host:moderate", { rebuttalIds: [rebuttalId], action });
export const merge = (host: Client, rebuttalId: string, into: string | null) =>
  host.send("host:merge", { rebuttalId, into });
export const edit = (author: Client, rebuttalId: string, body: string) =>
  author.send("rebuttal:edit", { rebuttalId, body });
/** What a client reads of a rebuttal; undefined if nothing. */
export const seen = async (client: Client, id: string): Promise<Rebuttal | undefined> =>
  (await client.sync()).rebuttals.find((each) => each.id === id);
/** What undoes the decision that was answered with this. */
export const entryOf = (answer: unknown) => (answer as { entries: number[] }).entries[0] ?? 0;
/** Undoes the newest removal of a seat that was not undone. */
export async function restoreSeat(host: Client) {
  const { log = [] } = await host.sync();
  const removal = log.find(({ kind, canUndo }) => kind === "removed" && canUndo);
  return host.send("host:undo", { entries: [removal?.id ?? 0] });
}

/** Ada and Bob wrote nearly the same; all four voted For, and the class argues. */
export async function similarOnes(settings = {}) {
  const server = await startServer({ settings });
  const seats = await server.seats("host", "student", "student", "student", "student");
  const [host, ada, bob, cleo, dan] = seats;
  await moveTo(host, "before", settings);
  for (const voter of [ada, bob, cleo, dan]) await voter.send("ballot:cast", ballot("for"));
  await moveTo(host, "rebuttal", settings);
  const head = await post(ada, { body: "The islands feed three prefectures." });
  const same = await post(bob, { body: "The islands feed three prefectures!" });
  return { server, host, ada, bob, cleo, dan, head, same };
}
