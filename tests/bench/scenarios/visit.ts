import type { Classroom } from "#tests/bench/classroom.ts";
import { type Contestant, resolved, trulyBare } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { PROFILED, whereCpuGoes } from "#tests/bench/profiling.ts";
import { withGenerator } from "#tests/bench/turns.ts";
import { filesAt } from "#tests/bench/visiting.ts";

/** What is measured, and the most that it may cost in bare GETs. */
const PARTS = [
  { name: "GET /healthz", most: 2 },
  { name: "page, scripts, styles and fonts", most: 20 },
  { name: "the whole visit, with seat and first snapshot", most: 60 },
] as const;
type Part = (typeof PARTS)[number]["name"];
const BARE_GET = "a bare GET";
const OK = "/ok";

/**
 * What a first visit costs the server in CPU, beside a GET of a bare server over as many connections of the same client. Each
 * turn measures everything once, with a class of its own, and the first one counts for nothing.
 */
export async function visit(visits: number, turns: number): Promise<Figure[]> {
  await using base = await trulyBare();
  await using server = await resolved(PROFILED);
  const files = await filesAt(server.url, pageOf(server.classroom));
  process.stdout.write(`  ${files.length} files beside the page\n`);
  const times = new Map<string, number[]>();
  const all = (path: string) => Array.from({ length: files.length + 1 }, () => path);
  await withGenerator(async (generator) => {
    for (let turn = 0; turn <= turns; turn += 1) {
      const note = (name: Part | typeof BARE_GET, microseconds: number) =>
        turn > 0 && times.set(name, [...(times.get(name) ?? []), microseconds]);
      const { url } = server;
      const classroom = await server.open();
      const { code } = classroom;
      const paths = [pageOf(classroom), ...files];
      const browse = (contestant: Contestant, asked: string[]) =>
        spent(contestant, visits, () =>
          generator.ask("browse", { url: contestant.url, paths: asked, visits }),
        );
      note(BARE_GET, (await browse(base, all(OK))) / paths.length);
      note("GET /healthz", (await browse(server, all("/healthz"))) / paths.length);
      note("page, scripts, styles and fonts", await browse(server, paths));
      const whole = () => generator.ask("arrive", { url, paths, visits, code });
      const what = { name: `visit-${turn}`, unit: "visit", count: () => visits };
      const ours = await whereCpuGoes(server, what, () => spent(server, visits, whole));
      note("the whole visit, with seat and first snapshot", ours);
      classroom.close();
    }
  });
  return PARTS.flatMap(({ name, most }) => rows(name, most, times));
}

const pageOf = ({ code }: Classroom) => `/s/${code}`;

/** Microseconds of the server's CPU for one visit. */
async function spent({ cpu }: Contestant, visits: number, run: () => Promise<unknown>): Promise<number> {
  const before = cpu();
  await run();
  return ((cpu() - before) / visits) * 1e6;
}

/** The ratio of each turn to the bare GET of the same turn: the median beside the bar, and the range. */
function rows(name: Part, most: number, times: Map<string, number[]>): Figure[] {
  const base = times.get(BARE_GET) ?? [];
  const ratios = (times.get(name) ?? []).map((time, turn) => time / (base[turn] ?? Number.NaN));
  const { p50, max } = spread(ratios);
  const unit = "bare GETs";
  return [
    {
      name: `CPU of ${name}`,
      unit: "us",
      bare: spread(base).p50,
      resolved: spread(times.get(name) ?? []).p50,
    },
    { name: `CPU of ${name}, least`, unit, resolved: Math.min(...ratios) },
    {
      name: `CPU of ${name}, median`,
      unit,
      resolved: p50,
      bar: { text: `<= ${most} GETs`, met: p50 > 0 && p50 <= most },
    },
    { name: `CPU of ${name}, most`, unit, resolved: max },
  ];
}
