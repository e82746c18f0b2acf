"use client";
import { useEffect, useState } from "react";
import { type Power, powerInSlices } from "#debate/counting/power.ts";
import { CLASS_NUMBERS, type Study } from "#debate/counting/study.ts";

/** Of one study with each number of classes; those that are still being simulated are missing. */
export type Curve = ReadonlyMap<number, Power>;

/** So long (in ms) the page simulates before it looks for key presses again. */
const SLICE = 12;

/** [M34] Simulates a study with each number of classes, the chosen one first, while the page stays usable. */
export function usePower({ sections, size, effect, spread }: Study): Curve {
  const [curve, setCurve] = useState<{ of: string; found: Curve }>({ of: "", found: new Map() });
  const of = `${size} ${effect} ${spread}`;
  const found = curve.of === of ? curve.found : NOTHING;
  useEffect(() => {
    const left = [sections, ...CLASS_NUMBERS].filter((each) => !found.has(each));
    const [next] = left;
    if (next === undefined) return;
    const work = powerInSlices({ sections: next, size, effect, spread });
    let timer: ReturnType<typeof setTimeout>;
    const goOn = () => {
      const until = performance.now() + SLICE;
      while (performance.now() < until) {
        const { done, value } = work.next();
        if (done) return setCurve({ of, found: new Map(found).set(next, value) });
      }
      timer = setTimeout(goOn);
    };
    timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [sections, size, effect, spread, of, found]);
  return found;
}

const NOTHING: Curve = new Map();
