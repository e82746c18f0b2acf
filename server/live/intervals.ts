/** [W10] How often each audience is sent changes, in milliseconds. Phase changes are sent at once. */
export const INTERVALS = { staff: 100, students: 2_000, roster: 1_000, log: 1_000, presence: 500 } as const;
/** The same while a class argues that has more than so many rebuttals, more than anyone reads at once. */
const MANY = { rebuttals: 60, staff: 4_000, students: 12_000, roster: 10_000 } as const;
/** While a class argues, phones are sent words at most once in so many milliseconds for each of them. */
const A_PHONE = 10;

/** `rebuttals`: how many the phones have been sent. */
export type Discussed = { isArguing: boolean; rebuttals: number; phones: number };

/** [W10] Whether a class argues that has more rebuttals than anyone reads at once. */
export function isCrowded({ isArguing, rebuttals }: Pick<Discussed, "isArguing" | "rebuttals">): boolean {
  return isArguing && rebuttals > MANY.rebuttals;
}

/** How long changes wait for others, in milliseconds. */
export function intervalOf(audience: "staff" | "students" | "roster", discussed: Discussed): number {
  const interval = (isCrowded(discussed) ? MANY : INTERVALS)[audience];
  if (audience !== "students" || !discussed.isArguing) return interval;
  return Math.max(interval, Math.min(discussed.phones * A_PHONE, MANY.students));
}
