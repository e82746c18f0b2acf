export type Spread = { p50: number; p95: number; p99: number; max: number };

export function spread(times: number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export function median(values: number[]): number {
  return spread(values).p50;
}

/** One line of the table: a figure of both contestants where both have it, and the bar that it is held to. */
export type Figure = {
  name: string;
  unit: string;
  bare?: number;
  resolved: number;
  /** What the bar asks for, and whether it is met. */
  bar?: { text: string; met: boolean };
};

export function table(figures: Figure[]): string {
  const shown = (value: number | undefined) =>
    value === undefined ? "" : Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
  const rows = figures.map(({ name, unit, bare, resolved, bar }) => [
    name,
    shown(bare),
    shown(resolved),
    unit,
    bare === undefined ? "" : (resolved / bare).toFixed(2),
    bar?.text ?? "",
    bar === undefined ? "" : bar.met ? "met" : "MISSED",
  ]);
  const all = [["figure", "bare", "resolved", "unit", "ratio", "bar", ""], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
