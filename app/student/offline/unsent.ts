/** Words whose field is gone with the phase. */
export type Unsent = {
  title: string;
  key: string;
  texts: string[];
  forget: () => void;
};
