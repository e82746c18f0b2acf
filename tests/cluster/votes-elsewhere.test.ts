import { randomUUID } from "node:crypto";
import pino from "pino";
import { Server } from "socket.io";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createLive } from "#server/live/live.ts";
import { createBackground } from "#server/platform/background.ts";
import { openRedis } from "#server/platform/redis.ts";
import type { Cast } from "#server/store/database.ts";
import { createStore } from "#server/store/store.ts";
import { type Redis, startRedis } from "#tests/support/engines.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

let redis: Redis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis[Symbol.asyncDispose]());

/** What notifies the rooms of one server, in touch with others through Redis; counts what it is told to do. */
async function startLive(server: TestServer) {
  const io = new Server();
  const log = pino({ level: "silent" });
  const own = openRedis(redis.url, log);
  const messages: string[] = [];
  own.onMessage((message) => messages.push(message));
  const ready = new Promise<void>((resolve) => own.onReady(resolve));
  const ids = {
    uuid: randomUUID,
    key: () => "",
    draw: () => 0,
    ofWords: () => "",
  };
  const live = createLive(
    io,
    { store: createStore(server.database), clock: Date.now, ids },
    { redis: own, background: createBackground(log), countSnapshot: () => undefined, log },
  );
  await ready;
  const changed = vi.spyOn(live.rooms, "changed");
  const voted = vi.spyOn(live.rooms, "voted");
  return {
    ...{ live, own, messages, changed, voted },
    async [Symbol.asyncDispose]() {
      await live.stop();
      await live.leave();
      own.close();
    },
  };
}

describe("news between servers", () => {
  test("[W10] votes alone wake neither phones nor logs of other servers; votes and a change do", async () => {
    await using server = await startServer();
    await using near = await startLive(server);
    await using far = await startLive(server);
    const cast = (participantId: string) => ({ sessionId: "one", participantId, ballot: {} }) as Cast;
    const seats = () => far.voted.mock.calls.map(([casts]) => casts.map((each) => each.participantId));
    const votes = (...ids: string[]) => near.live.voted(ids.map(cast));
    const change = () => near.live.announce.changed("one");

    votes("ada", "bob");
    votes("cyd");
    await expect.poll(seats).toEqual([["ada", "bob", "cyd"]]);
    expect(far.changed).not.toHaveBeenCalled();
    expect(JSON.parse(far.messages.at(-1) ?? "").all).toEqual([
      {
        about: "voted",
        sessionId: "one",
        votes: ["ada", "bob", "cyd"].map((participantId) => ({ participantId, isWriting: false })),
      },
    ]);

    for (const [index, deeds] of [
      [() => votes("dan"), change],
      [change, () => votes("dan")],
    ].entries()) {
      for (const deed of deeds) deed();
      await expect.poll(() => seats().length).toBe(index + 2);
      expect(far.changed).toHaveBeenCalledTimes(index + 1);
    }
  });
});
