import type { Identity } from "#debate/rules/session-options.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import type { Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

export const NAME = "Ada Marker-Name";
export const WORDS = {
  body: "Marker body: geography does not bargain.",
  source: "https://example.org/marker-source",
  reason: "Marker reason.",
  why: "Marker why, which is long enough to count as a reason for a credit.",
  report: "Marker report.",
};

/** A lesson in which Ada writes in every field, with words that a search finds, and Bob answers her. */
export async function markedLesson(identity: Identity = "named", activities = {}) {
  const server = await startServer({ settings: { identity, activities } });
  const [seat, other] = [await server.join(NAME), await server.join("Bob")];
  const host = await server.connect("host");
  const ada = await server.connect("student", { ticket: seat.ticket });
  const bob = await server.connect("student", { ticket: other.ticket });
  const posted = rebuttal({ body: WORDS.body, source: WORDS.source });
  const reply = rebuttal({ side: "against", body: "Nor do maps.", replyTo: posted.id });
  await moveTo(host, "before");
  await ada.send("ballot:cast", { ...ballot("for"), confidence: 4, reason: WORDS.reason });
  await bob.send("ballot:cast", ballot("against"));
  await moveTo(host, "rebuttal");
  await ada.send("rebuttal:post", posted);
  await bob.send("rebuttal:post", reply);
  await bob.send("rebuttal:endorse", { rebuttalId: posted.id, on: true });
  await ada.send("rebuttal:seen", { ids: [reply.id] });
  await ada.send("rebuttal:endorse", { rebuttalId: reply.id, on: true });
  await ada.send("rebuttal:report", { rebuttalId: reply.id, reason: WORDS.report });
  await host.send("host:wall", { show: { rebuttalId: posted.id } });
  await moveTo(host, "after");
  const credit = { rebuttalId: reply.id, without: "for" as const, why: WORDS.why };
  await ada.send("ballot:cast", { ...ballot("undecided", "after"), credit });
  await bob.send("ballot:cast", { ...ballot("for", "after"), credit: { rebuttalId: posted.id } });
  return {
    server,
    host,
    ada,
    bob,
    seat,
    other,
    posted,
    reply,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const cookieOf = ({ session }: TestServer, { ticket }: Seat) => ({
  cookie: `seat-${session.code}=${ticket}`,
});
export const mine = (server: TestServer, seat: Seat, scope?: string) =>
  server.asStranger(scope === undefined ? "/mine" : `/mine?scope=${scope}`, {
    method: scope === undefined ? "GET" : "DELETE",
    headers: cookieOf(server, seat),
  });
export const exported = async (server: TestServer, table: string) =>
  ((await (await server.asHost(`/export?table=${table}`)).json()) as { rows: Record<string, unknown>[] })
    .rows;
