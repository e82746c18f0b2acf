import { randomUUID } from "node:crypto";
import { TABLES } from "#debate/protocol/answers/export-tables.ts";
import type { Choice } from "#debate/rules/choices.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { codesOf } from "#tests/support/passes.ts";
import { endorse } from "#tests/support/rebuttals.ts";
import { keyIn, type Seat } from "#tests/support/requests.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** What someone who deletes everything wrote: whatever holds this word is theirs. */
export const MARK = "Zephyr";
const WHY = `${MARK} says: it counts what leaving costs, which nobody else had counted.`;

type Options = {
  settings: GivenSettings;
  /** First and last vote of each student. */
  votes: readonly (readonly [Choice, Choice])[];
};

/** An anonymous class at its results. The first student wrote nothing, the second something in every field. */
export async function anonymousClass({ settings: given, votes }: Options) {
  const settings = { ...given, identity: "anonymous" as const };
  const server = await startServer({ settings });
  const seats = await seatsIn(server, votes.length, settings);
  const students: Client[] = [];
  for (const { ticket } of seats) students.push(await server.connect("student", { ticket }));
  const host = await server.connect("host");
  const each = async (act: (student: Client, index: number) => Promise<unknown>) => {
    for (const [index, student] of students.entries()) await act(student, index);
  };
  const reason = (index: number) => (index === 0 ? {} : { reason: `${markOf(index)} has a reason.` });
  await moveTo(host, "before", settings);
  await each((student, index) =>
    student.send("ballot:cast", {
      ...ballot(votes[index]?.[0] ?? "for"),
      confidence: 1 + (index % 5),
      ...reason(index),
    }),
  );
  await moveTo(host, "rebuttal", settings);
  const written = [
    rebuttal({ body: `${MARK}: geography does not bargain.` }),
    rebuttal({ side: "against", body: "Nor do maps." }),
  ] as const;
  for (const [place, each] of written.entries()) await students[1 + place]?.send("rebuttal:post", each);
  const ids = written.map(({ id }) => id);
  await Promise.all(students.map((student) => student.send("rebuttal:seen", { ids })));
  const endorses = (index: number, place: number) => index !== 1 + place && (index + place) % 2 === 0;
  await Promise.all(
    students.flatMap((student, index) =>
      ids.filter((_, place) => endorses(index, place)).map((id) => endorse(student, id)),
    ),
  );
  await moveTo(host, "after", settings);
  await each((student, index) => {
    const choice = votes[index]?.[1] ?? "for";
    const without: Choice = choice === "for" ? "undecided" : "for";
    const rebuttalId = ids[index === 2 ? 0 : 1];
    const credit = index === 1 ? { rebuttalId, without, why: WHY } : { rebuttalId, without };
    return student.send("ballot:cast", {
      ...ballot(choice, "after"),
      confidence: 1 + ((index + 2) % 5),
      ...reason(index),
      credit,
    });
  });
  await moveTo(host, "results", settings);
  return {
    ...{ server, host, seats, students, settings },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const markOf = (index: number) => (index === 1 ? MARK : `Voter ${index}`);

async function seatsIn(server: TestServer, count: number, { entry }: GivenSettings): Promise<Seat[]> {
  const passes =
    entry === "personal"
      ? codesOf(await (await server.asHost("/passes", { json: { count } })).json())
      : Array<undefined>(count).fill(undefined);
  const seats: Seat[] = [];
  for (const pass of passes) {
    const json = pass === undefined ? {} : { pass, claim: randomUUID() };
    seats.push(await (await server.asStranger("/join", { json })).json());
  }
  return seats;
}

/** Another session of the same host and resolution, with the votes of 30 slips, to compare with. */
export async function anotherSection(server: TestServer): Promise<string> {
  const { code } = await server.open({ identity: "named" });
  const host = await server.connect("host", { code });
  await moveTo(host, "before", { identity: "named" });
  const slips = Array.from({ length: 30 }, (_, i) => ({
    id: randomUUID(),
    before: i % 2 === 0 ? "for" : "against",
    after: i % 3 === 0 ? "against" : "for",
  }));
  const type = (which: object[]) =>
    server.asInstructor(`/api/sessions/${code}/paper`, {
      json: { slips: which },
    });
  await type(slips.map(({ id, before }) => ({ id, before })));
  await moveTo(host, "after", { identity: "named" });
  await type(slips.map(({ id, after }) => ({ id, after })));
  await moveTo(host, "results", { identity: "named" });
  return code;
}

/** All that host, assistant, class, projector and every export say, as JSON that can be compared. */
export async function everythingTold(
  server: TestServer,
  clients: readonly Client[],
  section: string,
): Promise<Record<string, unknown>> {
  const { app, asHost, asStranger, cookie, session } = server;
  const { code } = session;
  const screenKey = keyIn(session.urls.screen);
  const told: Record<string, unknown> = {};
  const answer = async (name: string, response: Response) => {
    told[name] = [response.status, comparable(JSON.parse((await response.text()) || "null"))];
  };
  for (const table of TABLES)
    await answer(`export ${table}`, await asHost(`/export?table=${table}&format=json`));
  for (const path of [
    "",
    "/results",
    "/results?as=class",
    "/results?as=screen",
    "/words",
    "/timeline",
    "/participation",
    "/paper",
    "/passes",
  ])
    await answer(`host ${path}`, await asHost(path));
  for (const path of ["", "/results", "/timeline", `/results?key=${screenKey}`])
    await answer(`class ${path.split("?key")[0]} ${path.length}`, await asStranger(path));
  const compared = await server.request(`/api/compare?codes=${code},${section}`, { headers: { cookie } });
  await answer("comparison", compared);
  const host = new Headers({ cookie });
  const pages = {
    "page of host": app.pageApi.host(host, code),
    "page of results, for the host": app.pageApi.results(host, code),
    "page of results, for the class": app.pageApi.results(new Headers(), code),
    "page of fairness": app.pageApi.fairness(host, code),
    "page of sessions": app.pageApi.dashboard(host, 5),
    "page of comparison": app.pageApi.compare(host, `${code},${section}`),
    "page of projector": app.pageApi.screen(host, code, undefined),
  };
  for (const [name, page] of Object.entries(pages))
    told[name] = comparable(JSON.parse(JSON.stringify(await page)));
  for (const [place, client] of clients.entries())
    told[`socket ${place}`] = comparable(JSON.parse(JSON.stringify(await client.sync())));
  return told;
}

/** These count every change of a session, or are about time. */
const MOVES_ON = new Set(["version", "cursor", "now", "asOf", "connected"]);

/** Without what any deletion changes: the session's version, and the line of the log that something was deleted. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isDeletion(each)).map(comparable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (MOVES_ON.has(key) ? [] : [[key, comparable(each)]])),
  );
}

function isDeletion(value: unknown): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "seat-deleted";
}
