import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { BOUNDS, type CapacityState, LARGEST, SAFETY } from "#debate/protocol/capacity.ts";
import { type Resolved, resolved } from "#tests/bench/contestants.ts";
import { type Figure, spread } from "#tests/bench/figures.ts";
import { withGenerator } from "#tests/bench/turns.ts";

/** Everyone is in the room within so many milliseconds of opening the page: 95 of 100. */
const JOINED = 2_000;
const FIRST = 1_000;
/** The search ends where the classes that fit and that do not are this close. */
const CLOSE = 1.2;
const PATIENCE = 60_000;
/** How long to wait, in milliseconds, until what was told is told, and until all who left are gone. */
const SETTLED = 1_500;
/** The largest error of the check, as a share. */
const WITHIN = 0.25;

type Trial = { join: number; vote: number; reveal: number; failed: number; loop: number };

/**
 * [Q2] The largest class that keeps the bounds, found by playing whole classes of one size after the other, beside what the
 * capacity check calculates in 20 seconds.
 */
export async function capacity(): Promise<Figure[]> {
  await using server = await resolved();
  server.classroom.close(); // nobody may be connected during a check
  const stated = await check(server);
  const { fits, fails, costs } = await search(server);
  // The limit itself is between the largest class that fits and the smallest that does not.
  const limit = Number.isFinite(fails) ? Math.sqrt(fits * fails) : fits;
  const again = await check(server);
  const checked = [stated, again].map(({ found }) => found?.capacity);
  const figures = checked.flatMap((found, index) => {
    if (!found) return [];
    // Where both reach the largest class there is, they agree.
    const isLargest = found.orMore && !Number.isFinite(fails);
    const ratio = isLargest ? 1 : found.phones / SAFETY / limit;
    return [
      { name: `capacity check ${index + 1}: stated`, unit: "phones", resolved: found.phones },
      { name: `capacity check ${index + 1}: joins`, unit: "a minute", resolved: found.joinsPerMinute },
      {
        name: `capacity check ${index + 1}: without its margin, of the limit`,
        unit: "",
        resolved: ratio,
        bar: { text: "0.75 to 1.25", met: Math.abs(ratio - 1) <= WITHIN },
      },
    ];
  });
  return [
    { name: "largest class that keeps the bounds", unit: "phones", resolved: fits },
    ...(Number.isFinite(fails)
      ? [{ name: "smallest class that does not", unit: "phones", resolved: fails }]
      : []),
    { name: "event loop's CPU a join, in the largest class", unit: "ms", resolved: costs },
    ...figures,
  ];
}

async function check({ url, cookie }: Resolved): Promise<CapacityState> {
  await pause(SETTLED);
  const ask = (method: string) => fetch(`${url}/api/capacity`, { method, headers: { cookie } });
  const started = await ask("POST");
  if (!started.ok) throw new Error(`no check was started: ${await started.text()}`);
  for (;;) {
    await pause(1_000);
    const state = (await (await ask("GET")).json()) as CapacityState;
    if (state.running) continue;
    process.stdout.write(`  checked: ${JSON.stringify(state.found?.capacity ?? state.last)}\n`);
    return state;
  }
}

/** Doubles, and then halves what lies between. `costs`: milliseconds of the event loop's CPU a join. */
async function search(server: Resolved): Promise<{ fits: number; fails: number; costs: number }> {
  let [fits, fails, costs] = [0, Number.POSITIVE_INFINITY, Number.NaN];
  for (let size = FIRST; fails / fits > CLOSE && fits < LARGEST; ) {
    const trial = await play(server, size);
    const keeps =
      trial.failed === 0 &&
      trial.join <= JOINED &&
      trial.vote <= BOUNDS.vote * 1_000 &&
      trial.reveal <= BOUNDS.reveal * 1_000;
    const shown = Object.entries(trial).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    process.stdout.write(`  ${size} phones: ${shown.join(", ")}: ${keeps ? "fits" : "too slow"}\n`);
    if (keeps) [fits, costs] = [size, trial.loop];
    else fails = size;
    size = Number.isFinite(fails) ? Math.round((fits + fails) / 2) : Math.min(size * 2, LARGEST);
  }
  return { fits, fails, costs };
}

function play(server: Resolved, students: number): Promise<Trial> {
  const { url, pid } = server;
  return withGenerator(async (phones) => {
    const classroom = await server.open({ stagedReveal: true });
    try {
      const before = loopCpu(pid);
      const { times, failed } = await phones.ask("visit", {
        url,
        code: classroom.code,
        students,
        seconds: BOUNDS.joining,
      });
      const loop = ((loopCpu(pid) - before) / students) * 1_000;
      if (failed > 0) return { join: Number.NaN, vote: Number.NaN, reveal: Number.NaN, failed, loop };
      await classroom.move("before");
      const { p95: vote } = await phones.ask("vote", { round: "before" });
      for (const phase of ["reading", "rebuttal", "after", "results"] as const) await classroom.move(phase);
      await pause(SETTLED);
      let shown: Promise<number> | undefined;
      const heard = await phones.ask("hearStep", { step: "before", patience: PATIENCE }, () => {
        shown = classroom.step("before");
      });
      const at = (await shown) ?? Number.NaN;
      const reveal = spread(heard.at.map((time) => time - at)).p95;
      return { join: spread(times).p95, vote, reveal, failed, loop };
    } finally {
      classroom.close();
    }
  });
}

/** Seconds of CPU of the main thread, by the kernel's own count. */
function loopCpu(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e9;
}
