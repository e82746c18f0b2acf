/** Totals as a line of steps, one unit wide each, from bin `from` to before bin `to`. `y`: where a total is drawn. */
export function stepLine(
  totals: readonly number[],
  { from, to, y }: { from: number; to: number; y: (total: number) => number },
): string {
  const before = totals[from - 1] ?? 0;
  const parts = [`M${from} ${y(before)}`];
  let last = before;
  for (let bin = from; bin < to; bin += 1) {
    const total = totals[bin] ?? last;
    if (total !== last) parts.push(`H${bin}V${y(total)}`);
    last = total;
  }
  return `${parts.join("")}H${to}`;
}

/** A line of steps, closed along the bottom. */
export function stepArea(
  totals: readonly number[],
  { from, to, y }: { from: number; to: number; y: (total: number) => number },
): string {
  return `${stepLine(totals, { from, to, y })}V${y(0)}H${from}Z`;
}

/** A stroke in each bin that is not empty, as high as its count. */
export function marks(counts: readonly number[], height: number): string {
  const most = Math.max(1, ...counts);
  return counts
    .flatMap((count, bin) =>
      count > 0 ? [`M${bin + 0.5} ${height}V${height - (count / most) * height}`] : [],
    )
    .join("");
}
