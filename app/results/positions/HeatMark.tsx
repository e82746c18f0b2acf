type HeatMarkProps = { n: number; quotes: number; credits: number; hottest: number };

/**
 * The margin of a paragraph: its number, and under it a strip of bars, the denser the more often it was quoted, with that number, and
 * a box with the number of votes it moved. The words under the paragraph say the same.
 */
export function HeatMark({ n, quotes, credits, hottest }: HeatMarkProps) {
  return (
    <div className="flex flex-col items-end gap-1.5 text-sm text-ink-soft tabular-nums">
      <span className="pt-0.5">{n}</span>
      {quotes > 0 && (
        <span aria-hidden="true" className="flex flex-1 flex-col items-end gap-0.5">
          <span className="text-xs">{quotes}×</span>
          <span
            className="min-h-6 w-3.5 flex-1 border-e-2 border-ink"
            style={{
              backgroundImage: `repeating-linear-gradient(var(--ink) 0 2px, transparent 2px ${Math.round(14 - (9 * quotes) / hottest)}px)`,
            }}
          />
        </span>
      )}
      {credits > 0 && (
        <span
          aria-hidden="true"
          className="min-w-5 rounded-sm bg-ink px-1 text-center text-xs font-semibold text-paper"
        >
          {credits}
        </span>
      )}
    </div>
  );
}
