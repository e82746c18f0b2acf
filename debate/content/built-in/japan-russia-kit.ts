import type { Kit } from "#debate/content/kit.ts";

export const JAPAN_RUSSIA_KIT: Kit = {
  objectives: [
    "Explain what a “card” is in foreign policy, and what it would take to play one.",
    "Retell the chain of reasons by which each expert gets from facts to a conclusion.",
    "Find where the experts agree although they vote differently.",
    "Judge a forecast by what could be known when it was made.",
  ],
  plans: [
    {
      minutes: 20,
      steps: [
        {
          minutes: 2,
          phase: "lobby",
          what: "Show the code. Students join. They have read both positions at home.",
        },
        { minutes: 2, phase: "before", what: "First vote, without talking." },
        {
          minutes: 4,
          phase: "reading",
          what: "Look again at the last paragraph of each position. Pick the strongest sentence of each.",
        },
        { minutes: 6, phase: "rebuttal", what: "One rebuttal each, to a sentence they quote." },
        { minutes: 2, phase: "after", what: "Last vote. Ask for a reason." },
        { minutes: 4, phase: "results", what: "Show who moved. One person who moved says why." },
      ],
    },
    {
      minutes: 45,
      steps: [
        {
          minutes: 4,
          what: "On a map: Japan, Russia, China, the border of 4,300 kilometers, the Northern Territories.",
        },
        {
          minutes: 2,
          phase: "lobby",
          what: "Students join. In pairs: what is a card that one country plays against another?",
        },
        { minutes: 3, phase: "before", what: "First vote, with how sure they are." },
        {
          minutes: 13,
          phase: "reading",
          what: "Silent reading; offer the simpler text and the Japanese one. Then the four questions as a check.",
        },
        {
          minutes: 12,
          phase: "rebuttal",
          what: "First five minutes: write. Then read others' rebuttals, answer one, and mark the persuasive ones, on either side.",
        },
        { minutes: 3, phase: "after", what: "Last vote, and what moved them." },
        {
          minutes: 8,
          phase: "results",
          what: "Reveal step by step. Then tell what happened after the newsletter (see the notes). Exit ticket on paper.",
        },
      ],
    },
    {
      minutes: 90,
      steps: [
        {
          minutes: 10,
          what: "Groups of four play Japan, Russia, China and the United States. Each writes down what it wants from the others, and reads it out.",
        },
        {
          minutes: 3,
          phase: "lobby",
          what: "Students join. Clear up the resolution: “could” asks what is possible, not what is wise.",
        },
        { minutes: 4, phase: "before", what: "First vote, with a reason." },
        {
          minutes: 20,
          phase: "reading",
          what: "Half the class reads For first, half Against. Each draws the argument as a chain: because, so, so. Then the four questions.",
        },
        {
          minutes: 4,
          phase: "reading-vote",
          what: "Vote after reading. Does a text move people before anyone has spoken?",
        },
        {
          minutes: 22,
          phase: "rebuttal",
          what: "Nine minutes to write, nine to answer each other, four to read what others found persuasive.",
        },
        {
          minutes: 8,
          what: "The four countries again: what would Russia have to be offered, and who would have to agree?",
        },
        { minutes: 4, phase: "after", what: "Last vote, and what moved them." },
        {
          minutes: 10,
          phase: "results",
          what: "The class guesses, then the staged reveal. Then what happened afterward.",
        },
        { minutes: 5, phase: "closed", what: "Exit ticket." },
      ],
    },
  ],
  glossary: [
    {
      term: "National Security Strategy",
      meaning:
        "The paper in which a government says what threatens the country and how it means to protect it. Japan published its first in 2013.",
    },
    {
      term: "Northern Territories",
      meaning:
        "Japan's name for four islands northeast of Hokkaido (Etorofu, Kunashiri, Shikotan and the Habomai group). The Soviet Union took them in 1945; Russia governs them and calls them part of the Southern Kurils.",
    },
    {
      term: "peace treaty",
      meaning:
        "An agreement that formally ends a war. Japan and Russia have never signed one after the Second World War.",
    },
    {
      term: "proactive contribution to peace",
      meaning:
        "The name of a Japanese policy since 2013: Japan should do more for peace in the world than stay peaceful itself.",
    },
    {
      term: "marriage of convenience",
      meaning: "A marriage for advantage and not for love; here, a partnership of that kind.",
    },
    {
      term: "Belt and Road Initiative",
      meaning:
        "China's plan, announced in 2013, to build ports, railways and roads that link it with Asia, Africa and Europe.",
    },
    {
      term: "sphere of influence",
      meaning: "A region in which a strong country expects to have its way, although it does not own it.",
    },
    {
      term: "INF treaty",
      meaning:
        "An agreement of 1987 by which the United States and the Soviet Union gave up missiles of medium range on land. It ended in 2019.",
    },
    { term: "arms control", meaning: "Agreements between countries to limit their weapons." },
    {
      term: "Russiagate",
      meaning:
        "A name for the suspicion that Russia interfered in the American election of 2016, and for the investigations about it.",
    },
    {
      term: "vassal",
      meaning:
        "In the Middle Ages, somebody who served a lord; here, a country that must obey a stronger one.",
    },
    {
      term: "Joint Declaration",
      meaning:
        "The agreement of 1956 by which Japan and the Soviet Union took up relations again. It speaks of handing over two of the islands after a peace treaty.",
    },
    {
      term: "hybrid war",
      meaning:
        "A conflict that is fought less with armies than with money, hacking, propaganda and pressure.",
    },
    {
      term: "G-7",
      meaning:
        "A group of seven rich democracies: Canada, France, Germany, Italy, Japan, the United Kingdom and the United States.",
    },
    {
      term: "sanctions",
      meaning: "Limits on trade or money by which countries put pressure on another one.",
    },
    { term: "Kremlin", meaning: "The seat of Russia's president; often used for the Russian leadership." },
  ],
  questions: [
    {
      question: "According to Hyodo, what does Japan hope to reach by good relations with Russia?",
      options: [
        "That Russia becomes its ally and leaves China for good",
        "That Russia never stands wholly on China's side against Japan",
        "That Russia hands over all four islands at once",
        "That the United States leaves East Asia",
      ],
      answer: 1,
      why: "For, paragraph 3: the hope is modest, and few in Tokyo count on Russia as a trump.",
    },
    {
      question: "Why does Hyodo expect Russia to look for other partners than China?",
      options: [
        "China has asked it to.",
        "Russia has no trade with China.",
        "Russia's army is afraid of Japan.",
        "Russia leans on China too heavily and does not want to be its lesser partner.",
      ],
      answer: 3,
      why: "For, paragraphs 5 and 6.",
    },
    {
      question: "Why, according to Trenin, must Russia stay on good terms with China?",
      options: [
        "The two share a border of 4,300 kilometers.",
        "A treaty of 1956 obliges them to.",
        "Japan wishes it.",
        "China would otherwise leave the G-7.",
      ],
      answer: 0,
      why: "Against, paragraph 3: it is not a matter of choice.",
    },
    {
      question: "What does Trenin advise Japan to do?",
      options: [
        "Give up relations with Russia",
        "Play the Russia card at once",
        "Build economic ties and talk about security, with patience",
        "End its alliance with the United States",
      ],
      answer: 2,
      why: "Against, paragraphs 6 and 7. Both experts want better relations with Russia; they differ about what these can do.",
    },
  ],
  exitTicket: [
    "Where do the two experts agree? Name one point.",
    "Which sentence would the expert whom you voted against have to change, in the light of what happened later?",
  ],
  notes: {
    lobby:
      "The texts speak from about 2019: Abe, Putin and Trump are in office. Ask the class to vote as of then. “Could play” asks what is possible, not what is right.",
    before:
      "Some students may have family in one of these countries. The question is what a government can do, not whether a people is good.",
    reading:
      "About four minutes for For and three for Against in the original; offer the simpler text or the Japanese one. The texts are restatements: students may quote them, but not as the experts' own words. For quick readers: what do both say about India?",
    "reading-vote": "Compare quietly with the first vote. Has a text alone moved anybody?",
    rebuttal:
      "If it gets quiet, ask: Is it still a card if nobody on the other side has to answer it? What could Japan pay with (Against, paragraph 5)? Is keeping two countries apart the same as winning one over?",
    pairs:
      "Let the one who listens restate before they reply: “You say that...”. Anyone with family in one of these countries may listen first.",
    after: "Remind them that changing one's mind is a result, not a defeat.",
    steelman: "You keep your own view. To argue for the other side, you may use any sentence of its expert.",
    results:
      "Only now tell what came later. Abe resigned in 2020 for his health, without a treaty. After Russia's invasion of Ukraine in February 2022 Japan joined the sanctions of the G-7, and in March 2022 Russia broke off the talks about a peace treaty. Neither expert could know this. Ask what each of them got right, and beware of calling one wise only because of what nobody foresaw.",
    closed:
      "Collect the exit ticket. A follow-up for homework: what do the foreign ministries of Japan and of Russia say about the islands today?",
  },
  licence:
    "The kit, the restatement, its simpler text and its translation: free to use, change and share, like Resolved itself (MIT license, the Resolved authors). Rights in the newsletter that they restate remain with its publisher and authors.",
};
