import { expect, test } from "vitest";
import { ballot, moveTo, OK } from "#tests/support/lesson.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const THOUSAND = Array.from({ length: 1_000 }, (_, n) =>
  ballot(n % 2 === 0 ? "for" : "against", "before", n),
);
const rows = ({ database: { reader } }: TestServer) => reader.ballot.findMany();

test("[B3] a thousand first ballots of one seat at once, over ten sockets, leave one row with the highest counter", async () => {
  await using server = await startServer();
  const host = await server.connect("host");
  await moveTo(host, "before");
  const { ticket } = await server.join();
  const sockets = await Promise.all(Array.from({ length: 10 }, () => server.connect("student", { ticket })));
  const answers = await Promise.all(
    THOUSAND.map((each, n) => sockets[n % sockets.length]?.send("ballot:cast", each)),
  );
  expect(answers.filter((answer) => !answer?.ok)).toEqual([]);
  expect(await rows(server)).toMatchObject([{ seq: 999n, choice: "against" }]);
});

test("[L1] a seat far over its rate limit is disconnected, keeps its vote, and is told when to reconnect", async () => {
  await using server = await startServer({ messagesPerSecond: 30 });
  const [host, bob] = await server.seats("host", "student");
  await moveTo(host, "before");
  const { ticket } = await server.join();
  const ada = await server.connect("student", { ticket });
  const gone = new Promise((resolve) => ada.socket.once("disconnect", resolve));
  for (const each of THOUSAND) ada.socket.emit("ballot:cast", each, () => undefined);
  await gone;
  await expect(server.connect("student", { ticket })).rejects.toMatchObject({
    code: "too-many",
    data: { retryAfter: expect.any(Number) },
  });
  expect(await bob.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  await host.sees(({ turnout }) => turnout.voted === 2);
  // Ballots within the limit count; later ones were not handled.
  const stored = await server.database.reader.ballot.findFirstOrThrow({
    where: { participantId: ada.participantId },
  });
  expect(Number(stored.seq)).toBeLessThanOrEqual(165);
});
