import type { ReadDebate } from "#debate/content/versions.ts";

/** What activities are given that stand below the positions. */
export type BelowTexts = {
  debate: ReadDebate;
  /** The expert of the position that is not shown. */
  other: string;
  /** Shows that position; null once it was shown, or where both are side by side. */
  onOther: (() => void) | null;
};
