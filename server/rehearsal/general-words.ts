import type { Side } from "#debate/rules/choices.ts";
import type { Language } from "#debate/rules/languages.ts";
import type { Script } from "#server/rehearsal/script.ts";

/** `answers`: the paragraph that a rebuttal quotes, by its place in the position. */
type General = Omit<Script, "rebuttals"> & {
  rebuttals: (Omit<Script["rebuttals"][number], "quote"> & { answers?: { side: Side; place: number } })[];
};

/** What differs between languages: the words alone. */
type Words = {
  name: string;
  bodies: Record<
    "care" | "helps" | "longer" | "hope" | "hopeAgain" | "pays" | "example" | "same" | "likely" | "worked",
    string
  >;
  edited: Record<"example", string>;
  report: string;
  /** Those that begin with a starter. */
  starts: Record<"pays" | "longer", string>;
  reasons: Script["reasons"];
  whys: Record<"helps" | "pays" | "likely", string>;
};

const ENGLISH: Words = {
  name: "Simulated",
  bodies: {
    care: "This is a reason to be careful, and no reason to say no. It doesn't show that the idea would fail.",
    helps: "The fact is right, but it helps our side: it shows why something has to change.",
    longer: "This looks at the next year only. Over ten years the answer could be a different one.",
    hope: "This is a hope. What would have to be true for it to happen?",
    hopeAgain: "This is only a hope. What would have to be true for that to happen?",
    pays: "It says who would gain. It doesn't say who would pay for it.",
    example: "One example is not a rule. What about the cases in which it went wrong?",
    same: "That's fair, but the other side has the same problem.",
    likely: "Then the question is how likely it is, and no one has said that yet.",
    worked: "It worked for me, so it will work for everyone.",
  },
  edited: {
    example:
      "One example is not a rule. What about the cases in which it went wrong, and how many of them are there?",
  },
  report: "It doesn't say which problem, so it makes one side look bad for no reason.",
  starts: {
    pays: "I can see why the gain matters. What evidence might show that the price is shared fairly?",
    longer:
      "I understand that the next year looks difficult, and I think it is also worth considering that over ten years the answer could be a different one.",
  },
  reasons: {
    for: ["The arguments for it seem stronger to me.", "Doing nothing has a price, too."],
    against: ["The risks seem larger than the gains.", "I don't believe that it would work in practice."],
    undecided: ["I don't know enough about it yet.", "Both sides have a point."],
  },
  whys: {
    helps:
      "I had read the same fact as an argument against it. It made me see that it can be read the other way.",
    pays: "I had only thought about who would gain. I couldn't say who would pay for it, and that changed my mind.",
    likely: "I noticed that neither side says how likely it is, so I can't be as sure as I was before.",
  },
};

const JAPANESE: Words = {
  name: "模擬",
  bodies: {
    care: "慎重に進めるべき理由にはなりますが、反対する理由にはなりません。うまくいかないことは示されていません。",
    helps: "事実はそのとおりです。でも、だからこそ何かを変える必要がある、とも読めるのではないでしょうか。",
    longer: "目の前の1年だけを見た話だと思います。10年先まで考えると、答えは変わるかもしれません。",
    hope: "これは期待にすぎません。実現するには、どんな条件がそろえばよいのでしょうか。",
    hopeAgain: "期待にすぎないと思います。実現するには、どんな条件がそろえばよいのでしょうか。",
    pays: "だれが得をするかは書かれていますが、だれが負担するかは書かれていません。",
    example: "1つの例だけで、いつもそうだとは言えません。うまくいかなかった例はどうなのでしょうか。",
    same: "たしかにそうですが、同じ問題は相手の側にもあります。",
    likely: "そうなると、どのくらい起こりやすいかが問題です。そこはまだだれも述べていません。",
    worked: "自分はうまくいったので、だれでもうまくいくはずです。",
  },
  edited: {
    example:
      "1つの例だけで、いつもそうだとは言えません。うまくいかなかった例はどうなのでしょうか。そういう例はいくつあるのでしょうか。",
  },
  report: "どんな問題なのかを書かずに、片方の側を悪く見せていると思います。",
  starts: {
    pays: "だれが得をするかが大切だという考えはわかります。負担が公平になると言える根拠には、どんなものがありますか。",
    longer:
      "来年は難しいだろうという点はよくわかります。そのうえで、10年先には答えが変わるかもしれないということも考えてみたいです。",
  },
  reasons: {
    for: ["賛成の理由のほうに納得できました。", "何もしないことにも代償があると思います。"],
    against: ["得られるものより、危険のほうが大きいと思います。", "実際にうまくいくとは思えません。"],
    undecided: ["まだよく知らないので決められません。", "どちらの言い分にも納得できるところがあります。"],
  },
  whys: {
    helps:
      "同じ事実を反対の理由として読んでいましたが、まったく逆の読み方もできるのだと、この反論を読んで初めて気づきました。それで考えが変わりました。",
    pays: "だれが得をするかということばかり考えていました。だれが負担するのかと聞かれて答えられなかったことが、考えを変える決め手になりました。",
    likely:
      "どのくらい起こりやすいのかを、どちらの側もはっきり述べていないことに気づきました。前ほど自信をもって答えることができなくなりました。",
  },
};

const generalOf = ({ name, bodies, edited, report, starts, reasons, whys }: Words): General => ({
  name,
  reasons,
  rebuttals: [
    {
      key: "hope",
      camp: "against",
      side: "against",
      answers: { side: "for", place: 0 },
      body: bodies.hope,
      appeal: { for: 0.3, against: 0.6, undecided: 0.4 },
    },
    {
      key: "care",
      camp: "for",
      side: "for",
      answers: { side: "against", place: 0 },
      body: bodies.care,
      appeal: { for: 0.6, against: 0.2, undecided: 0.4 },
    },
    {
      key: "pays",
      camp: "against",
      side: "against",
      answers: { side: "for", place: 1 },
      body: bodies.pays,
      started: { starter: "evidence", body: starts.pays },
      appeal: { for: 0.5, against: 0.7, undecided: 0.6 },
    },
    {
      key: "helps",
      camp: "for",
      side: "for",
      answers: { side: "against", place: 1 },
      body: bodies.helps,
      appeal: { for: 0.8, against: 0.6, undecided: 0.7 },
    },
    {
      key: "longer",
      camp: "for",
      side: "for",
      answers: { side: "against", place: 2 },
      body: bodies.longer,
      started: { starter: "concede", body: starts.longer },
      appeal: { for: 0.5, against: 0.3, undecided: 0.5 },
    },
    {
      key: "example",
      camp: "undecided",
      side: "against",
      answers: { side: "for", place: 2 },
      body: bodies.example,
      appeal: { for: 0.4, against: 0.6, undecided: 0.5 },
      edited: edited.example,
    },
    {
      key: "same",
      camp: "for",
      side: "for",
      replyTo: "hope",
      body: bodies.same,
      appeal: { for: 0.5, against: 0.2, undecided: 0.3 },
      report,
    },
    {
      key: "likely",
      camp: "against",
      side: "against",
      replyTo: "care",
      body: bodies.likely,
      appeal: { for: 0.4, against: 0.6, undecided: 0.6 },
    },
    {
      key: "hope again",
      camp: "undecided",
      side: "against",
      body: bodies.hopeAgain,
      appeal: { for: 0.3, against: 0.5, undecided: 0.4 },
    },
    {
      key: "worked",
      camp: "for",
      side: "for",
      body: bodies.worked,
      appeal: { for: 0.2, against: 0, undecided: 0.1 },
      withdrawn: true,
    },
  ],
  credits: {
    for: [{ key: "helps", why: whys.helps }],
    against: [{ key: "pays", why: whys.pays }],
    undecided: [{ key: "likely", why: whys.likely }],
  },
});

/** What a simulated class says about any debate. */
export const GENERAL_WORDS = {
  en: generalOf(ENGLISH),
  ja: generalOf(JAPANESE),
} as const satisfies Record<Language, General>;
