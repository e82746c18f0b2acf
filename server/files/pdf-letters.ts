/** Ligatures and vertical forms, each before what it stands for. */
const SHAPES = new Map<string, string>(
  [
    "ﬀ=ff ﬁ=fi ﬂ=fl ﬃ=ffi ﬄ=ffl ﬅ=st ﬆ=st",
    "︐=， ︑=、 ︒=。 ︓=： ︔=； ︕=！ ︖=？ ︗=〖 ︘=〗 ︙=… ︰=‥ ︱=― ︲=– ︳=＿ ︴=＿ ︵=（ ︶=） ︷=｛ ︸=｝ ︹=〔 ︺=〕",
    "︻=【 ︼=】 ︽=《 ︾=》 ︿=〈 ﹀=〉 ﹁=「 ﹂=」 ﹃=『 ﹄=』 ﹇=［ ﹈=］",
    // Unicode doesn't normalize these.
    "⺟=母 ⺠=民 ⻁=虎 ⻄=西 ⻆=角 ⻑=長 ⻘=青 ⻝=食 ⻤=鬼 ⻨=麦 ⻩=黄 ⻫=斉 ⻭=歯 ⻯=竜 ⻲=亀",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);
/** Browsers print 日 as the radical ⽇, which looks the same. */
const RADICALS = /[\u2f00-\u2fd5]/g;
const OTHERS = /[\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48\u2e80-\u2ef3]/g;

/** [U2] The letters that people read. */
export const plainLetters = (text: string): string =>
  text
    .replace(RADICALS, (radical) => radical.normalize("NFKC"))
    .replace(OTHERS, (shape) => SHAPES.get(shape) ?? shape);
