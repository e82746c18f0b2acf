import type { Classroom } from "#tests/bench/classroom.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { getAll } from "#tests/bench/getting.ts";
import { type Size, seedDebate } from "#tests/bench/seeding.ts";
import { isVoid } from "#tests/bench/turns.ts";
import { metricsOf, othersDuring } from "#tests/bench/watched.ts";
import { joinSession } from "#tests/support/requests.ts";

/** What teachers and students take from a session. `codes`: of sections with as many voters in all. */
type Route = { name: string; path: (code: string, codes: string[]) => string; sections?: number };

/** What the host reads. A route that this version does not have yet is left out. */
const ROUTES: Route[] = [
  { name: "results", path: (code) => `/api/sessions/${code}/results` },
  { name: "timeline", path: (code) => `/api/sessions/${code}/timeline` },
  { name: "participation", path: (code) => `/api/sessions/${code}/participation` },
  { name: "words", path: (code) => `/api/sessions/${code}/words` },
  {
    name: "compare of 20 sections",
    path: (_, codes) => `/api/compare?codes=${codes.join(",")}`,
    sections: 20,
  },
  { name: "results page", path: (code) => `/results/${code}` },
  { name: "report page", path: (code) => `/results/${code}/report` },
  { name: "exposures as JSON", path: (code) => `/api/sessions/${code}/export?table=exposures&format=json` },
  { name: "exposures as CSV", path: (code) => `/api/sessions/${code}/export?table=exposures&format=csv` },
];
/** What all students ask for at once. */
const OWN = "/card";

const [COLD, WARM] = [10, 20];
/** Bars in milliseconds: an answer, and the longest that the event loop is held. */
const [ANSWERED, HELD] = [1_000, 20];
/** The event loop's lag is sampled this often, and counts it, in milliseconds. */
const SAMPLED = 10;

/** Each route after a change, for which everything is counted anew, and again without one. */
export async function taken(size: Size): Promise<Figure[]> {
  await using server = await resolved();
  const room = await taught(server, size.voters);
  const isThere = async ({ path }: Route) =>
    (await read(server, path(room.code, [room.code]))).status !== 404;
  const routes: Route[] = [];
  for (const route of ROUTES) if (await isThere(route)) routes.push(route);
  const sections = Math.max(0, ...routes.map((route) => route.sections ?? 0));
  const rooms: Classroom[] = [];
  while (rooms.length < sections) rooms.push(await taught(server, Math.ceil(size.voters / sections)));
  await server.restart(async (database) => {
    for (const { code } of [room, ...rooms]) await seedDebate(database, code, size);
  });
  for (const each of [room, ...rooms]) await each.move("results");
  const codes = rooms.map(({ code }) => code);
  const name = `taken, ${size.voters} voters, ${size.rebuttals} rebuttals`;
  const figures: Figure[] = [];
  for (const route of routes) {
    const changed = route.sections ? codes : [room.code];
    const cold = await timed(server, COLD, route.path(room.code, codes), changed);
    const warm = await timed(server, WARM, route.path(room.code, codes), []);
    figures.push(
      ...rows(`${name}: ${route.name}, cold`, cold),
      ...rows(`${name}: ${route.name}, warm`, warm),
    );
  }
  figures.push(...(await cards(server, room, name, size)));
  for (const each of [room, ...rooms]) each.close();
  return figures;
}

async function taught(server: Resolved, voters: number): Promise<Classroom> {
  const room = await server.open();
  await room.auths(voters);
  for (const phase of ["before", "reading", "rebuttal", "after"] as const) await room.move(phase);
  return room;
}

async function read({ url, cookie }: Resolved, path: string) {
  const started = performance.now();
  const response = await fetch(url + path, { headers: { cookie } });
  await response.arrayBuffer();
  return { ms: performance.now() - started, status: response.status };
}

type Timed = { times: number[]; held: number; isVoid: boolean };

/** `changed`: sessions in which somebody takes a seat before each request, so that nothing kept is current. */
async function timed(server: Resolved, times: number, path: string, changed: string[]): Promise<Timed> {
  return watched(server, async () => {
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) {
      for (const code of changed) await joinSession(server.url, code);
      const { ms, status } = await read(server, path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      taken.push(ms);
    }
    return taken;
  });
}

/** Void where others used the machine meanwhile: the event loop then waits for a core. */
async function watched(server: Resolved, run: () => Promise<number[]>): Promise<Timed> {
  await held(server);
  const { done, others } = await othersDuring(server, async () => ({
    // This process is counted apart.
    run: { times: await run(), busy: 0, seconds: 0, cpuSeconds: 0 },
  }));
  return { times: done.run.times, held: await held(server), isVoid: isVoid({ ...done.run, others }) };
}

/** All students ask for their own at once, each on a connection of its own. */
async function cards(server: Resolved, room: Classroom, name: string, { voters }: Size): Promise<Figure[]> {
  const path = `/api/sessions/${room.code}${OWN}`;
  const seats = (await room.auths(voters)) as { ticket: string }[];
  const headers = seats.map(({ ticket }) => `Cookie: seat-${room.code}=${ticket}`);
  const first = await getAll({ url: server.url, path, headers: headers.slice(0, 1) });
  if (first.statuses[200] !== 1) return [];
  const all = await watched(server, async () => (await getAll({ url: server.url, path, headers })).times);
  return rows(`${name}: card, all students at once`, all);
}

/** The longest that the server's event loop was held since it was asked last, in milliseconds. */
async function held({ url }: Resolved): Promise<number> {
  const lag = (await metricsOf(url)).get("nodejs_eventloop_lag_max_seconds") ?? Number.NaN;
  return Math.max(0, lag * 1_000 - SAMPLED);
}

function rows(name: string, { times, held, isVoid }: Timed): Figure[] {
  const { p50, p95 } = spread(times);
  const bar = (value: number, most: number) => ({ text: `<= ${most} ms`, met: value <= most });
  return [
    { name: `${name}, median`, unit: "ms", resolved: p50, isVoid },
    { name: `${name}, p95`, unit: "ms", resolved: p95, isVoid, bar: bar(p95, ANSWERED) },
    { name: `${name}, event loop held`, unit: "ms", resolved: held, isVoid, bar: bar(held, HELD) },
  ];
}
