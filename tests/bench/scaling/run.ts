// `npm run scaling`: what was measured beside the model, and what the model says of more. docs/scaling.md is made from it.
import { aligned } from "#tests/bench/figures.ts";
import { arrivalsAtOnce, classesAtOnce, serversFor } from "#tests/bench/scaling/city.ts";
import { compare, compareBursts } from "#tests/bench/scaling/compared.ts";
import { costsOf, MEASURED, onPostgresql } from "#tests/bench/scaling/measured.ts";
import { createDice } from "#tests/faults/dice.ts";

const SEED = 2026;
const CITY = { students: 100_000, size: 30 };
const SHARES = [0.05, 0.2, 1];

/** The same random numbers for each question. */
const chance = () => {
  const dice = createDice(SEED);
  return () => dice.between(0, 1);
};
const print = (title: string, rows: string[][]) => process.stdout.write(`\n${title}\n${aligned(rows)}\n`);

const fitted = costsOf(MEASURED.sqlite, chance());
print("measured, and by the model", [
  ["", "measured", "model", "", "ratio"],
  ...[...compare(MEASURED.sqlite, chance()), ...compareBursts(MEASURED.sqlite, chance())].map(
    ({ what, measured, model, unit }) => [
      what,
      measured.toFixed(0),
      model.toFixed(0),
      unit,
      (model / measured).toFixed(2),
    ],
  ),
]);
for (const [name, costs] of Object.entries({ sqlite: fitted, postgresql: onPostgresql(fitted) })) {
  print(
    `${name}: one thing, in microseconds of CPU`,
    Object.entries(costs).map(([what, cost]) => [what, cost.toFixed(2)]),
  );
  print(
    `${name}: one server, its event loop busy for 60 %`,
    [30, 100, 300, 1_000].map((students) => {
      const lesson = { students, arriving: 60, voting: 20 };
      const sessions = classesAtOnce(lesson, costs, chance());
      return [
        `classes of ${students} that vote within the same 20 s`,
        `${sessions}`,
        `${sessions * students} students`,
      ];
    }),
  );
  print(`${name}: coming in within the same minute`, [
    ["students", `${arrivalsAtOnce({ students: 30, arriving: 60, voting: 20 }, costs)}`],
  ]);
  print(
    `${name}: a city of ${CITY.students} students in classes of ${CITY.size}`,
    SHARES.map((share) => {
      const lesson = { students: CITY.size, arriving: 60, voting: 20 };
      const { voting, arriving } = serversFor(CITY.students / CITY.size, share, lesson, costs, chance());
      return [`${share * 100} % at the same time`, `${voting} servers to vote`, `${arriving} to come in`];
    }),
  );
}
