import { describe, expect, test } from "vitest";
import { drained } from "#debate/counting/drained.ts";
import { powerInSlices, readPower } from "#debate/counting/power.ts";
import { readStudy, type Study } from "#debate/counting/study.ts";

const study: Study = { sections: 12, size: 30, effect: 30, spread: 15 };
const found = (part: Partial<Study>) => readPower(drained(powerInSlices({ ...study, ...part }))).ofHundred;

describe("[M34] how sure an experiment could be", () => {
  test("what the opening form says of 30 points: one class of 30 finds them in about 15 of 100 tries, twelve in about 80", () => {
    expect(Math.abs(found({ sections: 1 }) - 15)).toBeLessThan(5);
    expect(Math.abs(found({}) - 80)).toBeLessThan(5);
  });

  test("without a difference, at most 6 of 100 tries seem to find one", () => {
    for (const sections of [1, 5, 12]) expect(found({ sections, effect: 0 })).toBeLessThanOrEqual(6);
  });

  test("the same study gives the same figures; more classes find more, and their line is shorter", () => {
    const [few, many] = [8, 15].map((sections) =>
      readPower(drained(powerInSlices({ ...study, sections }))),
    ) as [ReturnType<typeof readPower>, ReturnType<typeof readPower>];
    expect(readPower(drained(powerInSlices({ ...study, sections: 8 })))).toEqual(few);
    expect(many.ofHundred).toBeGreaterThan(few.ofHundred);
    expect(many.half).toBeLessThan(few.half);
  });

  test("an address with what can't be leads to the usual study", () => {
    expect(readStudy({ size: "25", sections: "3", effect: "31", spread: ["15"] })).toEqual({
      sections: 10,
      size: 25,
      effect: 30,
      spread: 15,
    });
  });
});
