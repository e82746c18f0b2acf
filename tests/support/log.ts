import type { TestServer } from "#tests/support/server.ts";

/** Writes so many entries into the session's log, since a host who sends as many takes two seconds of CPU. */
export async function fillLog({ database, session: { code } }: TestServer, count: number): Promise<void> {
  const { id: sessionId } = await database.reader.session.findUniqueOrThrow({ where: { code } });
  const entry = { sessionId, at: 0n, actor: "host", detail: "" };
  const data = Array.from({ length: count }, (_, n) => ({
    ...entry,
    kind: n % 2 === 0 ? "locked" : "unlocked",
  }));
  await database.write(({ event }) => event.createMany({ data }), sessionId);
}
