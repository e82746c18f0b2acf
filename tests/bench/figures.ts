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

/** The slope of the straight line that fits some points best (least squares). */
export function slope(points: { x: number; y: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const covariance = mean(points.map((point) => (point.x - x) * (point.y - y)));
  return covariance / mean(points.map((point) => (point.x - x) ** 2));
}

/** One line of the table: a figure of both contestants where both have it, and the bar that it is held to. */
export type Figure = {
  name: string;
  unit: string;
  bare?: number;
  resolved?: number;
  /** The bar, and whether the figure reaches it. */
  bar?: { text: string; met: boolean };
  /** Every run was void: the figure measures the generator or other load on the machine. */
  isVoid?: boolean;
};

/** The bar of a figure that may be at most so much. */
export const atMost = (value: number, most: number, unit = "ms") => ({
  text: `<= ${most} ${unit}`.trim(),
  met: value <= most,
});
export const none = (name: string, count: number): Figure => ({
  ...{ name, unit: "", resolved: count },
  bar: atMost(count, 0, ""),
});

/** A void figure meets no bar and misses none. */
export function outcomeOf({ bar, isVoid }: Figure): "met" | "missed" | "void" | null {
  if (isVoid) return "void";
  if (!bar) return null;
  return bar.met ? "met" : "missed";
}

export function table(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.bare),
    shown(figure.resolved),
    figure.unit,
    ratioOf(figure),
    figure.bar?.text ?? "",
    outcomeOf(figure)?.replace("missed", "MISSED") ?? "",
  ]);
  return aligned([["figure", "bare", "resolved", "unit", "ratio", "bar", ""], ...rows]);
}

export function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

function shown(value: number | undefined): string {
  if (value === undefined) return "";
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function ratioOf({ bare, resolved }: Figure): string {
  return bare === undefined || resolved === undefined ? "" : (resolved / bare).toFixed(2);
}
