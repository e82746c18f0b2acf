const HUNDRED = Array.from({ length: 100 }, (_, place) => ({
  place,
  x: place % 20,
  y: Math.floor(place / 20),
}));

/** A hundred dots in rows of twenty, so many of them filled. It is a picture: the sentence beside it says the same. */
export function HundredDots({ filled }: { filled: number }) {
  return (
    <svg viewBox="0 0 20 5" aria-hidden="true" className="block w-full max-w-md">
      {HUNDRED.map(({ place, x, y }) => (
        <Dot key={place} x={x + 0.5} y={y + 0.5} size={1} isFilled={place < filled} />
      ))}
    </svg>
  );
}

export function Dot({ x, y, size, isFilled }: { x: number; y: number; size: number; isFilled: boolean }) {
  return (
    <circle
      cx={x}
      cy={y}
      r={size * 0.4}
      strokeWidth={size * 0.09}
      className={isFilled ? "fill-ink stroke-ink" : "fill-paper stroke-line-strong"}
    />
  );
}
