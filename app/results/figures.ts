import type { useFormatter } from "next-intl";

type Format = ReturnType<typeof useFormatter>;

// A real minus sign, which screen readers read; many pass over a hyphen.
const withMinus = (text: string) => text.replace("-", "−");

/** Percentage points with their sign and one decimal: "+23.3". */
export function signedPoints(format: Format, points: number, decimals = 1): string {
  return withMinus(
    format.number(points, {
      signDisplay: "exceptZero",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
  );
}

/** A share 0..1 as a whole percentage. */
export function percentage(format: Format, share: number): string {
  return format.number(share, { style: "percent", maximumFractionDigits: 0 });
}

/** A share 0..1 that may be tiny, in two digits: "0.035", "<0.001". */
export function smallShare(format: Format, share: number): string {
  return share < 0.001 ? `<${format.number(0.001)}` : format.number(share, { maximumSignificantDigits: 2 });
}

/** A probability as people print it: "p = 0.057", "p < 0.001". */
export function probability(format: Format, p: number): string {
  if (p < 0.001) return `p < ${format.number(0.001, { maximumFractionDigits: 3 })}`;
  const digits = p < 0.1 ? 3 : 2;
  return `p = ${format.number(p, { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}
