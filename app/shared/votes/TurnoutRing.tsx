type TurnoutRingProps = { voted: number; joined: number; label: string; below: string; className?: string };

const RADIUS = 44;
const ROUND = 2 * Math.PI * RADIUS;

/** How many have voted: a ring that closes. It says nothing about what they chose. */
export function TurnoutRing({ voted, joined, label, below, className }: TurnoutRingProps) {
  const share = joined === 0 ? 0 : Math.min(1, voted / joined);
  return (
    <svg viewBox="0 0 100 100" role="img" aria-label={label} className={className}>
      <circle cx="50" cy="50" r={RADIUS} fill="none" className="stroke-line" strokeWidth="7" />
      <circle
        cx="50"
        cy="50"
        r={RADIUS}
        fill="none"
        className="stroke-ink transition-[stroke-dashoffset] duration-500 ease-settle"
        strokeWidth="7"
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - share)}
        transform="rotate(-90 50 50)"
      />
      <text x="50" y="54" textAnchor="middle" className="fill-ink font-serif font-medium" fontSize="30">
        {voted}
      </text>
      <text x="50" y="69" textAnchor="middle" className="fill-ink-soft font-sans" fontSize="9.5">
        {below}
      </text>
    </svg>
  );
}
