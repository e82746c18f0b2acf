import path from "node:path";
import { BUILT_IN_DEBATE } from "#debate/content/built-in.ts";
import { contentToStore, type Debate } from "#debate/content/debate.ts";
import { listingColumns } from "#server/store/debate-listings.ts";
import { versionOf } from "#server/store/debates.ts";
import { openDatabase } from "#server/store/open-database.ts";
import { resolved } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";

/** Milliseconds. */
const BARS = { dashboard: 150, search: 50 } as const;
const AT_ONCE = 100;
/** Of the debates that are made. */
const SERIES = 40;

/** An instructor with so many debates: the dashboard, and searches in either script that find few, all or none. */
export async function library(debates: number, turns: number): Promise<Figure[]> {
  await using server = await resolved();
  await server.restart((url) => seed(url, debates));
  const headers = { cookie: server.cookie };
  const measure = async (name: string, pathname: string, most: number): Promise<Figure[]> => {
    const [waited, spent] = [[] as number[], [] as number[]];
    for (let turn = 0; turn <= turns; turn += 1) {
      const [started, cpu] = [performance.now(), server.cpu()];
      const answer = await fetch(`${server.url}${pathname}`, { headers });
      await answer.text();
      if (!answer.ok) throw new Error(`${pathname}: ${answer.status}`);
      // The first one counts for nothing.
      if (turn > 0) waited.push(performance.now() - started);
      if (turn > 0) spent.push((server.cpu() - cpu) * 1_000);
    }
    const { p50, max } = spread(waited);
    const bar = { text: `<= ${most} ms`, met: p50 <= most };
    return [
      { name: `${name}, median`, unit: "ms", resolved: p50, bar },
      { name: `${name}, most`, unit: "ms", resolved: max },
      { name: `CPU of ${name}`, unit: "ms", resolved: spread(spent).p50 },
    ];
  };
  const search = (q: string) =>
    measure(`search for ${q}`, `/api/debates?q=${encodeURIComponent(q)}&shelf=own`, BARS.search);
  const figures = [
    await measure(`dashboard with ${debates} debates`, "/dashboard", BARS.dashboard),
    await search("領土"),
    await search("harbor 1234"),
    await search("no such word"),
  ];
  return figures.flat();
}

/** Debates as long as the built-in one, of which every hundredth is in Japanese. */
async function seed(url: string, count: number): Promise<void> {
  const database = await openDatabase(url, {
    migrations: path.resolve("prisma/migrations"),
    pool: 2,
    shared: false,
  });
  const { id: ownerId } = await database.reader.instructor.findFirstOrThrow();
  for (let from = 0; from < count; from += AT_ONCE)
    await database.write((to) =>
      to.debate.createMany({
        data: Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => row(from + n, ownerId)),
      }),
    );
  await database.close();
}

function row(n: number, ownerId: string) {
  const resolution =
    n % 100 === 0 ? `北方領土を共同で開発すべきである ${n}` : `The Harbor Should Close: ${n}`;
  const debate: Debate = {
    ...BUILT_IN_DEBATE,
    id: `bench-${n}`,
    resolution,
    series: `Series ${n % SERIES}`,
    volume: 1,
    issue: n + 1,
  };
  const content = contentToStore(debate);
  const times = { createdAt: BigInt(n), updatedAt: BigInt(n) };
  return { id: debate.id, ownerId, content, ...times, ...listingColumns(debate, versionOf(content), n) };
}
