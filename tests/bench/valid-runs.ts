import type { Contestant } from "#tests/bench/contestants.ts";
import { type Figure, median } from "#tests/bench/figures.ts";
import { type Generator, startGenerator } from "#tests/bench/processes.ts";
import type { Effort } from "#tests/bench/voting.ts";

/** A generator busier than this measures itself, and its run is void. */
const SATURATED = 0.97;
/** A run is also void if other programs used more than this share of a core. */
const DISTURBED = 0.3;
/** How often a void run is repeated before its figure is void. */
const REPETITIONS = 2;

/** What each contestant showed in its runs. */
export type Both<Measured> = Record<Contestant["name"], Measured[]>;
/** A figure of both; `isVoid` where one of them has not a single valid run. */
type Compared = Required<Pick<Figure, "bare" | "resolved" | "isVoid">>;

/** A measurement. `others`: how much of a core other programs used meanwhile, if known. */
type Run = Effort & { others?: number };

export function isVoid({ busy, others = 0 }: Run): boolean {
  return busy > SATURATED || others > DISTURBED;
}

/** Repeats a void run; if all repeats are void, the last one stays void. */
export async function unlessVoid<Measured extends Run>(measure: () => Promise<Measured>): Promise<Measured> {
  let run = await measure();
  for (let repetition = 0; isVoid(run) && repetition < REPETITIONS; repetition += 1) {
    const [busy, others] = [run.busy, run.others ?? 0].map((share) => (share * 100).toFixed(0));
    process.stdout.write(`  void: the generator was ${busy} % busy, and others ${others} %; once more\n`);
    run = await measure();
  }
  return run;
}

/** The medians of one figure; void runs count only where there are no others. */
export function compare<Measured extends Run>(
  runs: Both<Measured>,
  figure: (run: Measured) => number,
): Compared {
  const middle = (all: Measured[]) => {
    const valid = all.filter((run) => !isVoid(run));
    return { value: median((valid.length > 0 ? valid : all).map(figure)), isVoid: valid.length === 0 };
  };
  const [base, ours] = [middle(runs.bare), middle(runs.resolved)];
  return { bare: base.value, resolved: ours.value, isVoid: base.isVoid || ours.isVoid };
}

export function least({ bare, resolved }: Pick<Compared, "bare" | "resolved">, share: number) {
  return { text: `>= ${share} x bare`, met: resolved >= share * bare };
}

// Everything costs something: a figure at or below zero is a failed measurement.
export function most({ bare, resolved }: Pick<Compared, "bare" | "resolved">, share: number) {
  return { text: `<= ${share} x bare`, met: resolved > 0 && resolved <= share * bare };
}

/** Runs something with a generator of its own, which ends with it. */
export async function withGenerator<T>(run: (generator: Generator) => Promise<T>): Promise<T> {
  const generator = startGenerator();
  try {
    return await run(generator);
  } finally {
    await generator.stop();
  }
}

/** The same with a room full of students. */
export function withStudents<T>(
  { url, auths }: Pick<Contestant, "url" | "auths">,
  students: number,
  run: (generator: Generator) => Promise<T>,
): Promise<T> {
  return withGenerator(async (generator) => {
    await generator.ask("connect", { url, auths: await auths(students) });
    return run(generator);
  });
}
