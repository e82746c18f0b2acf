/** [W10] How often each audience is sent changes, in milliseconds. Phase changes are sent at once. */
export const INTERVALS = {
  staff: 100,
  students: 2_000,
  roster: 1_000,
  log: 1_000,
  presence: 500,
  writing: 1_000,
} as const;
/** Milliseconds for each phone of a class, up to `most`. */
const A_PHONE = {
  staff: { each: 0.05, most: 500 },
  students: { each: 0, most: 0 },
  roster: { each: 2, most: 2_000 },
} as const;
const A_PHONE_ARGUING = {
  staff: { each: 6, most: 6_000 },
  students: { each: 12, most: 12_000 },
  roster: { each: 20, most: 20_000 },
} as const;
/** More rebuttals than anyone reads at once. */
const MANY = 60;

/** `rebuttals`: how many the phones have. */
export type Discussed = { isArguing: boolean; rebuttals: number; phones: number };

/** [W10] Whether a class argues that has more rebuttals than anyone reads at once. */
export function isCrowded({ isArguing, rebuttals }: Pick<Discussed, "isArguing" | "rebuttals">): boolean {
  return isArguing && rebuttals > MANY;
}

/** How long changes wait for others, in milliseconds. */
export function intervalOf(audience: "staff" | "students" | "roster", discussed: Discussed): number {
  const isSlow = audience === "students" ? discussed.isArguing : isCrowded(discussed);
  const { each, most } = (isSlow ? A_PHONE_ARGUING : A_PHONE)[audience];
  return Math.max(INTERVALS[audience], Math.min(discussed.phones * each, most));
}
