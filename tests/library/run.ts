// `npm run library`: measures both sides of each debate in library/, and fails where they differ too much. [D42]
import { readLibrary } from "#server/library/library.ts";
import { faultsOf, measure } from "#tests/library/measure.ts";
import { lacksOf } from "#tests/library/whole-kit.ts";

/** Some of them: `npm run library -- school-start`; all without. */
const asked = process.argv.slice(2);

const print = (line: string) => process.stdout.write(`${line}\n`);
print("debate | language | level | words | reading age | reasons | facts");
print("---|---|---|---|---|---|---");
let faults = 0;
for (const debate of readLibrary().filter(({ id }) => asked.length === 0 || asked.includes(id))) {
  const [one, other] = measure(debate);
  const both = (read: (side: typeof one) => string) => `${read(one)} / ${read(other)}`;
  const cells = [debate.id, debate.lang, debate.level, both(({ words }) => `${words}`)];
  cells.push(
    both(({ age }) => age.toFixed(1)),
    both(({ reasons }) => `${reasons}`),
    both(({ facts }) => `${facts}`),
  );
  print(cells.join(" | "));
  for (const fault of [...faultsOf(debate), ...lacksOf(debate)]) {
    faults += 1;
    print(`  ${debate.id}: ${fault}`);
  }
}
process.exitCode = faults > 0 ? 1 : 0;
