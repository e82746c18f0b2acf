import type { Script } from "#server/rehearsal/script.ts";

type Rebuttal = Script["rebuttals"][number];

const rebuttals: Rebuttal[] = [
  {
    key: "price",
    camp: "against",
    side: "against",
    quote: {
      side: "for",
      n: 3,
      exact:
        "Japan builds up its ties with Moscow so that Russia will never side wholly with China in dealing with Japan.",
    },
    body: "That is a hope and not a card. A card is something that the other player has to answer, and Beijing can leave this one where it lies.",
    appeal: { for: 0.2, against: 0.6, undecided: 0.4 },
  },
  {
    key: "border",
    camp: "for",
    side: "for",
    quote: {
      side: "against",
      n: 3,
      exact:
        "Russia and China share a border 4,300 kilometers long, and for Moscow being on good terms across it is not a matter of choice.",
    },
    body: "A border that long is also 4,300 kilometers of worry. Whoever lives next to somebody much stronger looks for a second friend.",
    appeal: { for: 0.7, against: 0.3, undecided: 0.4 },
  },
  {
    key: "treaty",
    camp: "against",
    side: "against",
    quote: { side: "for", n: 7, exact: "Three things that such a treaty requires are nearly in place." },
    body: "Nearly is the whole story since 1956. Two leaders who like each other still cannot hand over islands that their voters want to keep.",
    started: {
      starter: "evidence",
      body: "I can see why friendship between two leaders matters. What evidence might show that they can hand over islands that their voters want to keep?",
    },
    appeal: { for: 0.3, against: 0.5, undecided: 0.3 },
  },
  {
    key: "buyer",
    camp: "for",
    side: "for",
    quote: {
      side: "against",
      n: 2,
      exact:
        "Locked in a hybrid war with Washington, Russia now depends on Beijing more than it used to: for trade, for money, and for technology as well.",
    },
    body: "Read this as a reason to say yes. Who depends on one buyer takes a second one gladly, even a smaller one.",
    started: {
      starter: "build",
      body: "I agree that Russia depends on Beijing, and I would add that a second buyer is welcome to it for just that reason.",
    },
    appeal: { for: 0.8, against: 0.6, undecided: 0.7 },
  },
  {
    key: "ticket",
    camp: "against",
    side: "against",
    quote: {
      side: "for",
      n: 5,
      exact:
        "To correct that, and to show that it still counts in the world, it has to mend relations with the United States, which have not been this bad since the Cold War ended.",
    },
    body: "If it is Washington that Russia needs, Tokyo holds no card. It holds a ticket to a game that two others play.",
    started: {
      starter: "concede",
      body: "I understand that Russia has to mend relations with Washington, and I think it is also worth considering that Tokyo then holds a ticket to a game that two others play.",
    },
    appeal: { for: 0.4, against: 0.7, undecided: 0.5 },
  },
  {
    key: "ports",
    camp: "for",
    side: "for",
    quote: { side: "against", n: 5, exact: "And what would Japan pay with?" },
    body: "With gas terminals, ports, hospitals, a better railway in the Far East. China buys raw materials there. Japan could build what makes people stay.",
    appeal: { for: 0.6, against: 0.4, undecided: 0.6 },
  },
  {
    key: "modest",
    camp: "undecided",
    side: "against",
    quote: {
      side: "for",
      n: 3,
      exact:
        "The hope is more modest: to keep China and Russia from working together in what would amount to a front against Japan.",
    },
    body: "Then the resolution promises more than its own defender does. To keep a front from forming is sensible, but nothing is played against China by it.",
    appeal: { for: 0.4, against: 0.7, undecided: 0.6 },
  },
  {
    key: "quietly",
    camp: "for",
    side: "for",
    quote: { side: "against", n: 4, exact: "The Kremlin also dislikes being used." },
    body: "Everybody dislikes it, and everybody accepts it when the price is right. Nobody makes Japan call it a card in public.",
    appeal: { for: 0.5, against: 0.2, undecided: 0.3 },
    report: "It says that anyone can be bought. I find that unfair to Russians.",
  },
  {
    key: "balance",
    camp: "undecided",
    side: "for",
    quote: {
      side: "against",
      n: 7,
      exact: "Keeping China and Japan in balance should not be beyond the Kremlin's skill.",
    },
    body: "This grants the point. If Moscow can balance the two, Japan gains something that China would rather have kept, and that is what playing a card means.",
    started: {
      starter: "concede",
      body: "I understand that Moscow can keep the two in balance, and I think it is also worth considering that Japan then gains something that China would rather have kept.",
    },
    appeal: { for: 0.7, against: 0.5, undecided: 0.8 },
  },
  {
    key: "faster",
    camp: "against",
    side: "against",
    replyTo: "ports",
    body: "China can build all of that too, and does not ask about islands first.",
    appeal: { for: 0.2, against: 0.6, undecided: 0.3 },
    edited:
      "China can build all of that too, sooner and for more money, and does not ask about islands first.",
  },
  {
    key: "patrol",
    camp: "for",
    side: "for",
    replyTo: "price",
    body: "It does not have to win the game. If it keeps one joint patrol away from Japan's coast, it was worth playing.",
    appeal: { for: 0.6, against: 0.3, undecided: 0.5 },
  },
  {
    key: "judge",
    camp: "against",
    side: "against",
    replyTo: "balance",
    body: "Balance is what Moscow wants for Moscow. A judge who stays on terms with both sides is nobody's card.",
    appeal: { for: 0.3, against: 0.8, undecided: 0.4 },
  },
  {
    key: "price again",
    camp: "undecided",
    side: "against",
    body: "It is a hope, not a card. A card is something that the other player has to answer, and Beijing can let this one lie.",
    appeal: { for: 0.2, against: 0.5, undecided: 0.4 },
  },
  {
    key: "likes",
    camp: "for",
    side: "for",
    body: "Russia simply likes Japan better than China.",
    appeal: { for: 0.2, against: 0, undecided: 0.1 },
    withdrawn: true,
  },
];

const reasons: Script["reasons"] = {
  for: [
    "Who fears a big neighbor looks for friends, and so does Russia.",
    "Energy and ports in the Far East are worth something to Moscow.",
    "Even a weak card is better than none.",
  ],
  against: [
    "Russia needs China much more than it needs Japan.",
    "Japan will not leave the line of its American ally for this.",
    "Seventy years of talks about the islands, and still no treaty.",
  ],
  undecided: ["I do not know enough about Russia yet.", "It depends on what Japan could offer."],
};

const credits: Script["credits"] = {
  for: [
    {
      key: "buyer",
      why: "I had read Russia's dependence on Beijing as a weakness of the plan. It is the reason why Moscow would listen.",
    },
    {
      key: "balance",
      why: "If even the expert who says no thinks that Russia can balance both, there is something for Japan to win.",
    },
    {
      key: "ports",
      why: "It names things that Japan can give and that China has not given, which is what I had missed.",
    },
    {
      paragraph: { side: "for", n: 5 },
      why: "The friction in the Arctic showed me that the two are not as close as I had thought.",
    },
  ],
  against: [
    {
      key: "modest",
      why: "It made me see that the expert for the resolution claims much less than the resolution does.",
    },
    {
      key: "ticket",
      why: "I had not asked who would have to be paid. If that is Washington, Japan has little to play with.",
    },
  ],
  undecided: [
    {
      key: "treaty",
      why: "I was sure about the treaty until I counted how many times it has been nearly there.",
    },
  ],
};

/** What a simulated class says about the built-in debate. */
export const BUILT_IN_SCRIPT: Script = { name: "Simulated", rebuttals, reasons, credits };
