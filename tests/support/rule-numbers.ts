const NUMBERS = /([A-Z]{1,2})(\d{1,2})(?:-[A-Z]{1,2}(\d{1,2}))?/gu;

/** The numbers of rules that stand in brackets in a file: "[B3]", "[F1, F8]", "[X9-X16]". */
export function numbersIn(source: string): string[] {
  const bracketed = [...source.matchAll(/\[([A-Z]{1,2}\d[^\]\n]*)\]/gu)].map(([, inside = ""]) => inside);
  return bracketed.flatMap((inside) =>
    [...inside.matchAll(NUMBERS)].flatMap(([, letter = "", first = "", last = first]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, index) => `${letter}${Number(first) + index}`,
      ),
    ),
  );
}
