/** What can be printed of a debate's kit. */
export const KIT_PAPERS = ["plan", "handout", "slips", "key", "tickets"] as const;
export type KitPaper = (typeof KIT_PAPERS)[number];

/** How many ballot slips are printed, unless the address says another number. */
export const SLIPS = { usual: 32, most: 400 } as const;

export function kitPaperLink(id: string, paper: KitPaper): string {
  return `/debates/${encodeURIComponent(id)}/kit/print?what=${paper}`;
}
