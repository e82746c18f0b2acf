/** A study: how many classes of how many people, the true effect and the spread of classes around it, in points. */
export type Study = { sections: number; size: number; effect: number; spread: number };

/** [M34] Numbers of classes to choose from: one, and as many as are pooled. */
export const CLASS_NUMBERS: readonly number[] = [1, 5, 6, 8, 10, 12, 15, 20, 30, 40];
/** [M34] How much classes differ: hardly, somewhat, a lot. */
export const SPREADS = [0, 15, 30] as const;
/** [M34] From 20 people on each half has the eight that a result needs. */
export const SIZES = { least: 20, most: 100 } as const;
export const EFFECTS = { least: 0, most: 60, step: 5 } as const;

const USUAL: Study = { sections: 10, size: 30, effect: 30, spread: 15 };

/** A study as it stands in an address, with the usual one in place of what is missing or can't be. */
export function readStudy(given: Readonly<Record<string, unknown>>): Study {
  const read = (name: keyof Study, isAllowed: (value: number) => boolean) => {
    const value = Number(given[name] ?? Number.NaN);
    return isAllowed(value) ? value : USUAL[name];
  };
  const { least, most, step } = EFFECTS;
  return {
    sections: read("sections", (value) => CLASS_NUMBERS.includes(value)),
    size: read("size", (value) => Number.isInteger(value) && value >= SIZES.least && value <= SIZES.most),
    effect: read("effect", (value) => value >= least && value <= most && value % step === 0),
    spread: read("spread", (value) => SPREADS.some((each) => each === value)),
  };
}
