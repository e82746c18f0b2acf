import { LICENCE } from "#debate/content/built-in/licence.ts";
import type { Kit } from "#debate/content/kit.ts";

export const CAR_FREE_KIT: Kit = {
  objectives: [
    "Say exactly what the resolution would forbid, and what it would still allow.",
    "Ask of an example whether it shows what somebody says it shows.",
    "Weigh a common good, such as clean air, against the freedom of single people.",
    "Name the people whom a rule hits hardest, and propose how to protect them.",
  ],
  plans: [
    {
      minutes: 20,
      steps: [
        {
          minutes: 2,
          phase: "lobby",
          what: "Show the code. Students join. Read the resolution aloud, and who may still drive in.",
        },
        { minutes: 2, phase: "before", what: "First vote, without talking." },
        {
          minutes: 6,
          phase: "reading",
          what: "Everyone reads both positions, in the order they like, and picks the strongest sentence of each.",
        },
        { minutes: 5, phase: "rebuttal", what: "One rebuttal each, to a sentence they quote." },
        { minutes: 2, phase: "after", what: "Last vote. Ask for a reason." },
        { minutes: 3, phase: "results", what: "Show who moved. One person who moved says why." },
      ],
    },
    {
      minutes: 45,
      steps: [
        {
          minutes: 4,
          what: "In pairs: sketch the center of the nearest city. Color what belongs to cars, moving or parked.",
        },
        {
          minutes: 3,
          phase: "lobby",
          what: "Students join. Name a street where the ban would begin in your city.",
        },
        { minutes: 3, phase: "before", what: "First vote, with how sure they are." },
        {
          minutes: 10,
          phase: "reading",
          what: "Silent reading. Then the four questions as a check; explain only what most got wrong.",
        },
        {
          minutes: 13,
          phase: "rebuttal",
          what: "First five minutes: write. Then read others' rebuttals, answer one, and mark the persuasive ones, on either side.",
        },
        { minutes: 4, phase: "after", what: "Last vote, and what moved them." },
        {
          minutes: 8,
          phase: "results",
          what: "Reveal step by step. Talk about the rebuttal that both sides found persuasive. Exit ticket on paper.",
        },
      ],
    },
    {
      minutes: 90,
      steps: [
        {
          minutes: 8,
          what: "Role cards: a baker, a bus driver, a wheelchair user, a night nurse, a child, a delivery driver. Each says in one sentence what they need from a street.",
        },
        {
          minutes: 4,
          phase: "lobby",
          what: "Students join. Draw on a map where the center of your city would end.",
        },
        { minutes: 4, phase: "before", what: "First vote, with a reason." },
        {
          minutes: 18,
          phase: "reading",
          what: "Half the class reads For first, half Against. Each finds one example in each text and asks: is this a ban? Then the four questions.",
        },
        {
          minutes: 4,
          phase: "reading-vote",
          what: "Vote after reading. Does a text move people before anyone has spoken?",
        },
        {
          minutes: 24,
          phase: "rebuttal",
          what: "Ten minutes to write, ten to answer each other, four to read what others found persuasive.",
        },
        { minutes: 8, what: "The role cards again: who has changed their mind, and about what?" },
        { minutes: 4, phase: "after", what: "Last vote, and what moved them." },
        {
          minutes: 11,
          phase: "results",
          what: "The class guesses, then the staged reveal. Discuss the arguments that moved people both ways.",
        },
        { minutes: 5, phase: "closed", what: "Exit ticket." },
      ],
    },
  ],
  glossary: [
    {
      term: "private cars",
      meaning:
        "Cars that belong to people and are used by them. Buses, taxis, ambulances and delivery vans are not meant.",
    },
    { term: "World Health Organization", meaning: "The United Nations' agency for health." },
    {
      term: "European Environment Agency",
      meaning: "An agency of the European Union that collects facts about nature, air, water and noise.",
    },
    {
      term: "OECD",
      meaning:
        "Organisation for Economic Co-operation and Development: a group of mostly rich countries that compares their policies and publishes studies.",
    },
    { term: "exhausts", meaning: "The pipes through which an engine's burnt gases leave a car." },
    { term: "review", meaning: "A study that collects and weighs other studies." },
    { term: "curb", meaning: "The edge between the sidewalk and the street." },
    { term: "Permits", meaning: "Official papers that allow somebody what is otherwise forbidden." },
    { term: "through traffic", meaning: "Vehicles that only cross an area, without stopping in it." },
    { term: "inner city", meaning: "The part of a city in and around its center." },
  ],
  questions: [
    {
      question: "Who could still drive in the center under this resolution?",
      options: [
        "No one at all",
        "Everyone with an electric car",
        "Buses, ambulances, deliveries and people with disabilities",
        "Everyone who pays a fee",
      ],
      answer: 2,
      why: "The introduction says so, and For repeats it in paragraph 6. The ban is on private cars.",
    },
    {
      question: "Why does the case for say that electric cars will not end the problem?",
      options: [
        "They cost too much.",
        "They still take space, make noise, and shed dust from tires and brakes.",
        "They cannot drive far enough.",
        "There are too few places to charge them.",
      ],
      answer: 1,
      why: "For, paragraph 3: tires roll and brakes rub, and a clean engine is still a ton of metal in a crowded street.",
    },
    {
      question: "What does the case against say about Pontevedra, Oslo and Paris?",
      options: [
        "They improved their centers without doing all that the resolution demands.",
        "They failed, and brought the cars back.",
        "They are too rich to be examples.",
        "They banned cars and lost their shops.",
      ],
      answer: 0,
      why: "Against, paragraph 4: their success is an argument for measure.",
    },
    {
      question: "How does a congestion charge as in Stockholm differ from a ban?",
      options: [
        "It applies only at night.",
        "It applies only to trucks.",
        "It has never reduced traffic.",
        "Drivers may still enter the center, but they pay for it.",
      ],
      answer: 3,
      why: "Against, paragraph 5. For answers in paragraph 6: a fee would let the rich buy their way in.",
    },
  ],
  exitTicket: [
    "Which one exception would you add to the ban, or which one would you strike out? Why?",
    "Which argument of the side you did not vote for was the hardest to answer?",
  ],
  notes: {
    lobby:
      "Make the resolution concrete: a street that everyone knows. Say who may still drive in, or the class will spend its time on ambulances.",
    before:
      "Families in your class may live from driving, or may have lost somebody on the road. Ask for a vote, not for a story.",
    reading:
      "About six minutes for both texts. For quick readers: Pontevedra appears on both sides. What does each side use it for, and can both be right? (They can: the old streets became safer, and the cars got parking nearby.)",
    "reading-vote": "Compare quietly with the first vote. Has a text alone moved anybody?",
    rebuttal:
      "Good rebuttals quote a sentence and say what is missing. If it gets quiet, ask: Is a fee fairer than a ban, or less fair? What must exist before cars may be kept out? Who decides where the center ends?",
    pairs:
      "Let the one who listens restate before they reply: “You say that...”. Walk by, and step in only where someone is never asked.",
    after: "Remind them that changing one's mind is a result, not a defeat.",
    steelman:
      "You keep your own view. Ask who would lose most if the other side is right, and write for them.",
    results:
      "Ask first those who moved, then those who stayed. Many who vote against the ban want fewer cars, and many who vote for it want exceptions: let the class find that common ground.",
    closed:
      "Collect the exit ticket. A follow-up for homework: count the cars, bicycles and people in one street for ten minutes, and report.",
  },
  licence: LICENCE,
};
