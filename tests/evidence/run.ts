// `npm run evidence`: simulates classes with known effects, and prints the table of docs/evidence.md.
import { seeded } from "#debate/counting/seeded.ts";
import { prove } from "#tests/evidence/simulated.ts";

const RUNS = Number(process.env.RUNS ?? 1_000);
const SEED = Number(process.env.SEED ?? 20_261_203);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);

print(`${RUNS} runs a line, seed ${SEED}`);
print(
  "| classes | people in each | true effect | spread of classes | line covers the truth | finds an effect |",
);
print("|---|---|---|---|---|---|");
const draw = seeded(SEED);
// Around one class there is no spread to see.
const spreadsOf = (sections: number) => (sections === 1 ? [0] : [0, 15]);
for (const sections of [1, 5, 10, 20])
  for (const size of [16, 30, 60])
    for (const effect of [0, 10, 30])
      for (const spread of spreadsOf(sections)) {
        const { covers, finds } = prove({ sections, size, effect, spread }, RUNS, draw);
        print(`| ${[sections, size, effect, spread, percent(covers), percent(finds)].join(" | ")} |`);
      }
