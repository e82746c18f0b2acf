import { numbered } from "#debate/content/built-in/numbered.ts";
import { SCHOOL_START_KIT } from "#debate/content/built-in/school-start-kit.ts";
import type { Debate } from "#debate/content/debate.ts";

const FOR = [
  "Teach a class at ten past eight, then teach it again at eleven. Most teachers know which hour they would choose for something difficult. The reason is not laziness. During puberty the body's inner clock moves: teenagers become sleepy later in the evening and would naturally wake later in the morning, and researchers have seen the same shift in country after country. A bell that rings early asks young people to do their hardest thinking while their bodies are still set for sleep.",
  "They also sleep far too little. Experts recommend eight to ten hours a night for teenagers. In the United States, fewer than one high school student in three got even eight hours on school nights, the Centers for Disease Control and Prevention reported in 2015. You cannot order a sixteen-year-old to fall asleep at nine. If the night cannot begin earlier, it has to end later, and on a school day its end is decided by one thing: the bell.",
  "Schools that moved the bell have results to show. In 2016 Seattle shifted its high schools from 7:50 to 8:45. Researchers who fitted students with activity monitors found a median of 34 minutes more sleep a day. In Minnesota, two schools began 50 and 65 minutes later. Two years on, their students slept about 43 minutes longer on school nights than students of schools that had stayed early, and they went to bed at about the same time. The extra hour was not wasted on screens. Most of it was slept.",
  "More sleep shows up in health and in learning. A school in England moved its start from 8:50 to 10 a.m. for two years. Absence through illness fell by more than half; when the old hour came back, illness rose again. In Seattle grades went up. In a county in Kentucky that started school an hour later, car crashes of teen drivers fell by 16.5 percent while they rose in the rest of the state. No single study settles the matter. Together they point in one direction.",
  "Why nine, and not half past eight? When the American Academy of Pediatrics asked for 8:30 at the earliest, in 2014, it named a minimum, for a country whose schools began at 8:03 on average. A student with an hour on the bus still has to be up well before seven to make 8:30. The English school started at ten, and did well. Nine o'clock is a middle way: late enough for the inner clock, early enough to leave an afternoon.",
  "A later bell has costs, and they can be met. Timetables can be tightened, bus routes redrawn, practice moved, and the building opened early, with breakfast, for students whose parents leave for work. Schools rearrange their days for exams and for snow; they can do it for health. What they cannot do is give back a night. We would never schedule an adult's most important work for the hour when that adult is least awake, and then grade it. Let students arrive awake, and judge them then.",
];

const AGAINST = [
  "Everybody in this debate wants students to sleep more. The question is whether one rule for every high school, nine o'clock or later, is the way to get there. Look at what has really been tested. Most studies compare very early starts, such as 7:30, with starts around 8:30. They tell us that 7:30 is too early. They do not tell us that 8:30 is, and only a few have looked at any start after nine. The resolution asks us to bet every school on the part of the map that is nearly blank.",
  "Even the tested part is uncertain. In 2017 a Cochrane review, a study that weighs all the other studies, saw several possible benefits of later starts but could not state the effects with any confidence, because the evidence was too weak. The English school that began at ten was a single school, with no twin that kept the old hour. Seattle compared the students of one year with those of another. And when an economist examined ten years of college entrance scores around Minneapolis, which had moved its bells, he found no effect on achievement.",
  "Time is not created; it is moved. When lessons begin an hour later, they end an hour later. Sports, music, part-time jobs and chores slide into the evening, and in winter into the dark. Homework slides after them, and bedtime may follow. The student with the longest journey gets home last of all. Lessons could be cut short to prevent this, but then we would be paying for sleep with teaching, and those who need the most teaching would pay the most.",
  "A school is not alone in its town. Parents who start work at eight cannot wait until nine, and buses that carry teenagers carry small children too. When Seattle moved its high schools later, 49 of its 61 elementary schools moved to 7:55. In Boston, a computer program found a plan that gave most high school students a later start, at the price of earlier ones for many younger children. Their parents protested, and the city dropped it. Families with money can buy a way out of a bad timetable. The others lose sleep, or pay.",
  "Nor is the bell the only thief of sleep. Screens, caffeine, homework and worry keep people up, and a later start leaves every one of them in place. Seattle is the proof. After its change the typical student slept 7 hours and 24 minutes on school nights. That was more than before, and it was still short of the eight hours that experts call the minimum. A school that changes only its clock can tell itself that the problem is solved, and stop looking at the rest.",
  "So let people decide who know the place. Where students walk to class, 8:20 may be fine; where they ride trains for an hour, 9:15 may be better. Begin with what costs little: no tests in the first lesson, a limit on homework, one late morning a week, honest teaching about sleep. Measure what happens, and go further where it works. Even California, whose law has asked most high schools for 8:30 since 2022, left rural districts out. One clock does not fit all, and a rule for all is harder to correct than to make.",
];

/** [D37] Written for Resolved, from published studies. */
export const SCHOOL_START: Debate = {
  id: "school-start",
  lang: "en",
  tags: ["school", "health"],
  level: "middle",
  resolution: "High Schools Should Start at 9 a.m. or Later",
  introduction: `The alarm rings, it is still dark, and somewhere a first lesson is waiting. In many countries high schools begin well before nine. For years doctors, researchers and lawmakers have asked whether that is too early for people between 14 and 18. In 2014 the American Academy of Pediatrics recommended that middle and high schools start no earlier than 8:30 a.m., and in 2019 California made that hour a law for most of its high schools. This debate goes one step further: nine o'clock or later, for every high school.

Both sides agree that teenagers sleep too little. They disagree about the cause, about what a later bell would really change, and about who would pay for it. Neither text is by a real person: each makes the best honest case for its side. Every figure comes from a source under Resources.`,
  positions: [
    { side: "for", expert: { name: "The case for", role: "" }, paragraphs: numbered(FOR) },
    { side: "against", expert: { name: "The case against", role: "" }, paragraphs: numbered(AGAINST) },
  ],
  resources: [
    {
      label:
        "S. J. Crowley and others, An update on adolescent sleep: New evidence informing the perfect storm model, Journal of Adolescence, 2018",
      url: "https://doi.org/10.1016/j.adolescence.2018.06.001",
    },
    {
      label:
        "American Academy of Pediatrics, School Start Times for Adolescents (policy statement), Pediatrics, 2014",
      url: "https://doi.org/10.1542/peds.2014-1697",
    },
    {
      label:
        "Centers for Disease Control and Prevention, School Start Times for Middle School and High School Students, United States, 2011–12 School Year, 2015",
      url: "https://doi.org/10.15585/mmwr.mm6430a1",
    },
    {
      label: "G. P. Dunster and others, Sleepmore in Seattle, Science Advances, 2018",
      url: "https://doi.org/10.1126/sciadv.aau6200",
    },
    {
      label:
        "R. Widome and others, Association of Delaying School Start Time With Sleep Duration, Timing, and Quality Among Adolescents (Minnesota), JAMA Pediatrics, 2020",
      url: "https://doi.org/10.1001/jamapediatrics.2020.0344",
    },
    {
      label:
        "P. Kelley and others, Is 8:30 a.m. Still Too Early to Start School? (England), Frontiers in Human Neuroscience, 2017",
      url: "https://doi.org/10.3389/fnhum.2017.00588",
    },
    {
      label:
        "F. Danner and B. Phillips, Adolescent Sleep, School Start Times, and Teen Motor Vehicle Crashes (Kentucky), Journal of Clinical Sleep Medicine, 2008",
      url: "https://doi.org/10.5664/jcsm.27345",
    },
    {
      label:
        "R. Marx and others, Later school start times for supporting the education, health, and well-being of high school students, Cochrane Database of Systematic Reviews, 2017",
      url: "https://doi.org/10.1002/14651858.CD009467.pub2",
    },
    {
      label:
        "P. Hinrichs, When the Bell Tolls: The Effects of School Starting Times on Academic Achievement (Minneapolis and others), Education Finance and Policy, 2011",
      url: "https://doi.org/10.1162/edfp_a_00045",
    },
    {
      label:
        "KNKX, All Seattle High Schools Will Start Later Next Year; Most Elementaries To Start Earlier, 2015",
      url: "https://www.knkx.org/post/all-seattle-high-schools-will-start-later-next-year-most-elementaries-start-earlier",
    },
    {
      label: "ScienceAlert on the Seattle study, with the hours slept before and after the change, 2018",
      url: "https://www.sciencealert.com/in-seattle-starting-school-later-has-boosted-sleep-time-grades-and-attendance",
    },
    {
      label: "The Boston Globe, Computers can solve your problem. You may not like the answer, 2018",
      url: "https://apps.bostonglobe.com/ideas/graphics/2018/09/equity-machine/",
    },
    {
      label: "California Education Code, section 46148 (start of the school day)",
      url: "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=EDC&sectionNum=46148",
    },
  ],
  related: [],
  rights:
    "Written for Resolved, and part of it. The studies named under Resources belong to their authors; the words here are ours, and the figures are theirs.",
  kit: SCHOOL_START_KIT,
};
