import type { Debate, Version } from "#debate/content/debate.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

const paragraphs = (...texts: string[]) => texts.map((text, index) => ({ n: index + 1, text }));
const [first, second] = BUILT_IN_DEBATE.positions;

export const SIMPLE: Version = {
  id: "simple",
  label: "Simpler",
  for: ["Peace is cheap. War is not.", "They gave back two."],
  against: ["No one gives land back."],
};
export const JAPANESE: Version = {
  id: "ja",
  label: "日本語",
  lang: "ja",
  resolution: "日本はロシアと講和すべきだ。",
  for: ["平和は安い。戦争は高い。", "一九五六年に二島を約束した。"],
  against: ["土地を返す国はない。"],
};

/** An English debate of three paragraphs, the first with two sentences, in two more versions. */
export const IN_VERSIONS: Debate = {
  ...BUILT_IN_DEBATE,
  lang: "en",
  positions: [
    {
      ...first,
      paragraphs: paragraphs(
        "Peace costs little. A war would cost more.",
        "In 1956 two islands were promised.",
      ),
    },
    { ...second, paragraphs: paragraphs("No state returns territory.") },
  ],
  versions: [SIMPLE, JAPANESE],
};
