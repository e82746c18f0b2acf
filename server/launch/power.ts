// `resolved power`: what the page /power shows, as lines of text. [M34]
import { parseArgs } from "node:util";
import { drained } from "#debate/counting/drained.ts";
import { powerInSlices, readPower } from "#debate/counting/power.ts";
import { CLASS_NUMBERS, EFFECTS, readStudy, SIZES, SPREADS, type Study } from "#debate/counting/study.ts";

const ALLOWED = {
  size: `a whole number from ${SIZES.least} to ${SIZES.most}`,
  classes: `one of ${CLASS_NUMBERS.join(", ")}`,
  effect: `a multiple of ${EFFECTS.step} from ${EFFECTS.least} to ${EFFECTS.most}`,
  spread: `one of ${SPREADS.join(", ")}`,
} as const;
const TEXT = { type: "string" } as const;

const { values } = parseArgs({ options: { size: TEXT, classes: TEXT, effect: TEXT, spread: TEXT } });
const study = readStudy({ ...values, sections: values.classes });
const read = { ...study, classes: study.sections };
for (const [name, allowed] of Object.entries(ALLOWED)) {
  const typed = values[name as keyof typeof ALLOWED];
  if (typed === undefined || Number(typed) === read[name as keyof typeof ALLOWED]) continue;
  process.stderr.write(`--${name} is ${JSON.stringify(typed)}: it must be ${allowed}.\n`);
  process.exit(1);
}

const { size, effect, spread } = study;
print(
  `Classes of ${size} people who vote both times; the halves differ by ${effect} points, and by ${spread} more or less from class to class.`,
);
print("");
print("classes  people  found, of 100 tries  give or take");
for (const sections of values.classes === undefined ? CLASS_NUMBERS : [study.sections])
  print(rowOf({ ...study, sections }));

function rowOf(each: Study): string {
  const { ofHundred, half } = readPower(drained(powerInSlices(each)));
  const cells = [each.sections, each.sections * each.size, ofHundred, half];
  return [7, 8, 21, 14].map((width, place) => `${cells[place]}`.padStart(width)).join("");
}

function print(line: string) {
  process.stdout.write(`${line}\n`);
}
