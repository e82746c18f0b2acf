import type { Words } from "#app/messages/words.ts";

/** Words whose field is gone with the phase. */
export type Unsent = {
  kind: keyof Words["student"]["refused"]["unsent"];
  key: string;
  texts: string[];
  forget: () => void;
};
