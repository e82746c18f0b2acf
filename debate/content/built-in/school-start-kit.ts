import { LICENCE } from "#debate/content/built-in/licence.ts";
import type { Kit } from "#debate/content/kit.ts";

export const SCHOOL_START_KIT: Kit = {
  objectives: [
    "Say in one sentence what each side wants, and what both agree on.",
    "Tell what a study measured from what somebody concludes from it.",
    "Answer the strongest argument of the other side, not the weakest.",
    "Name who gains and who pays when a rule changes for everyone.",
  ],
  plans: [
    {
      minutes: 20,
      steps: [
        {
          minutes: 2,
          phase: "lobby",
          what: "Show the code. Students join. Read the resolution aloud, twice.",
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
          what: "In pairs: when did you fall asleep last night, when did you wake, and what woke you? You don't have to tell the class.",
        },
        {
          minutes: 3,
          phase: "lobby",
          what: "Students join. Explain what “or later” means: nine is the earliest hour allowed.",
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
          what: "Line up along the wall by the hour you would like school to start. Three students say why they stand where they stand.",
        },
        { minutes: 4, phase: "lobby", what: "Students join. Clear up every word of the resolution." },
        { minutes: 4, phase: "before", what: "First vote, with a reason." },
        {
          minutes: 18,
          phase: "reading",
          what: "Half the class reads For first, half Against. Each marks one fact and one conclusion in each text. Then the four questions.",
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
        {
          minutes: 8,
          what: "Talk: two minutes each for two speakers a side, who may use only arguments from the screen.",
        },
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
    { term: "puberty", meaning: "The years in which a child's body becomes an adult's." },
    {
      term: "inner clock",
      meaning:
        "What in the body makes us sleepy and awake at certain hours, even without a watch. Scientists call its daily beat the circadian rhythm.",
    },
    {
      term: "activity monitors",
      meaning:
        "Devices worn on the wrist that record movement, from which researchers work out when a person slept.",
    },
    { term: "median", meaning: "The value in the middle: half of a group is above it and half below." },
    { term: "minimum", meaning: "The least that is acceptable." },
    {
      term: "Cochrane review",
      meaning:
        "A careful summary of all the good studies on one question, made by an international network of researchers. It also says how far the studies can be trusted.",
    },
    { term: "achievement", meaning: "Here: how well students do in tests." },
    {
      term: "elementary schools",
      meaning: "Schools for younger children, in the United States from about 5 to 11 years.",
    },
    { term: "rural", meaning: "In the countryside, far from large towns." },
  ],
  questions: [
    {
      question: "What happens to the inner clock during puberty, according to the case for?",
      options: [
        "It shifts: teenagers become sleepy later and would wake later.",
        "It stops, so that only the alarm decides.",
        "It runs faster, so that teenagers need less sleep.",
        "It changes only in people who use screens at night.",
      ],
      answer: 0,
      why: "For, paragraph 1: sleepy later in the evening, naturally awake later in the morning.",
    },
    {
      question: "What did the Cochrane review of 2017 conclude?",
      options: [
        "Later starts have no benefit at all.",
        "Later starts clearly improve grades.",
        "There may be several benefits, but the evidence is too weak to be sure.",
        "Schools should start at ten.",
      ],
      answer: 2,
      why: "Against, paragraph 2: possible benefits, but no confidence about the effects.",
    },
    {
      question: "What do both sides agree on?",
      options: [
        "Nine o'clock is the right hour.",
        "Teenagers sleep too little.",
        "Parents should decide when school starts.",
        "Studies cannot help with this question.",
      ],
      answer: 1,
      why: "Against begins with it: everybody in this debate wants students to sleep more.",
    },
    {
      question: "Why does the case against mention Seattle's elementary schools?",
      options: [
        "Younger children did better there.",
        "They had no school buses.",
        "They refused to take part in the study.",
        "Most of them had to start earlier when the high schools moved later.",
      ],
      answer: 3,
      why: "Against, paragraph 4: 49 of 61 moved to 7:55. One group's gain can be another's loss.",
    },
  ],
  exitTicket: [
    "Which argument of the side you did not vote for was the hardest to answer?",
    "What would you have to know about your own school before you could decide?",
  ],
  notes: {
    lobby:
      "Say that nobody has to share how they sleep at home. Clear up the resolution: every high school, nine or later, by rule. Whether your own school should change is a different question; keep it for the end.",
    before: "Ask for a vote of the gut. “Undecided” is an honest answer. Don't comment on the numbers.",
    reading:
      "About six minutes for both texts. For quick readers: which figure in your favorite text says least? Watch for one trap: most studies are about 8:30, the resolution is about 9:00. Both texts say so, For in paragraph 5 and Against in paragraph 1.",
    "reading-vote": "Compare quietly with the first vote. Has a text alone moved anybody?",
    rebuttal:
      "Good rebuttals quote a sentence and say what is missing. If it gets quiet, ask: Is sleep gained worth practice lost? Who in this room would have to get up earlier if we got up later? What would prove you wrong?",
    pairs:
      "Let the one who listens restate before they reply: “You say that...”. Early risers and late sleepers make good pairs.",
    after: "Remind them that changing one's mind is a result, not a defeat.",
    steelman: "You keep your own view. Ask which sentence of the other side was the hardest to answer.",
    results:
      "Ask first those who moved, then those who stayed. Keep two questions apart: what the evidence shows, and what is fair. A close result is a good debate.",
    closed:
      "Collect the exit ticket. A follow-up for homework: find out when schools start in another country, and why.",
  },
  licence: LICENCE,
};
