import { HYODO, HYODO_PARAGRAPHS } from "#debate/content/built-in/japan-russia-hyodo.ts";
import { JAPAN_RUSSIA_JAPANESE } from "#debate/content/built-in/japan-russia-japanese.ts";
import { JAPAN_RUSSIA_KIT } from "#debate/content/built-in/japan-russia-kit.ts";
import { JAPAN_RUSSIA_SIMPLE } from "#debate/content/built-in/japan-russia-simple.ts";
import { TRENIN, TRENIN_PARAGRAPHS } from "#debate/content/built-in/japan-russia-trenin.ts";
import { numbered } from "#debate/content/built-in/numbered.ts";
import type { Debate } from "#debate/content/debate.ts";

/** The two programs have since merged. */
const CSIS_EUROPE_AND_RUSSIA = "https://www.csis.org/programs/europe-russia-and-eurasia-program";

/**
 * [D10] The newsletter's debate, restated. The newsletter belongs to CSIS and the experts, so each
 * position is restated in our own words. It prints no date, so there is none here.
 */
export const JAPAN_RUSSIA: Debate = {
  id: "japan-russia-card",
  lang: "en",
  tags: ["Japan", "foreign policy"],
  level: "advanced",
  resolution: "Japan Could Play the Russia Card Against China",
  series: "Debating Japan",
  volume: 2,
  issue: 3,
  introduction: `Great powers have long tested one another in Northeast Asia, and regional powers with them. In the Cold War the United States drew closer to China in order to hold the Soviet Union in check. Today Washington faces two rivals at once. It regards strategic competition with China and with Russia as a central test of its own security and its own prosperity, and it looks to its allies to help keep the regional balance favorable.

Japan stands in the middle of this. During Shinzo Abe's current term as prime minister the alliance with the United States, on which Japanese foreign policy rests, has grown stronger. Yet Abe has also courted Russia time and again. Since September 5, 2013, he and President Vladimir Putin have met 25 times to explore joint economic projects, while their governments talk about the Northern Territories and about possible negotiations on a peace treaty. Over all these meetings hangs the rise of China. In an age of strategic competition, does Russia give Japan a card to play?

For the fifth issue of Debating Japan, the CSIS Japan Chair asked two experts how much China matters between Japan and Russia: Shinji Hyodo of the National Institute for Defense Studies in Tokyo, and Dmitri Trenin of the Carnegie Moscow Center.`,
  editor: {
    name: "Yuka Koshino",
    biography:
      "Yuka Koshino edits Debating Japan. As a research associate of the Japan Chair at the Center for Strategic and International Studies (CSIS), she works on the security of the Indo-Pacific and on relations between the United States and Japan.",
  },
  positions: [
    { side: "for", expert: HYODO, paragraphs: numbered(HYODO_PARAGRAPHS) },
    { side: "against", expert: TRENIN, paragraphs: numbered(TRENIN_PARAGRAPHS) },
  ],
  resources: [
    { label: "CSIS Japan Chair", url: "https://www.csis.org/programs/japan-chair" },
    { label: "CSIS Russia and Eurasia Program", url: CSIS_EUROPE_AND_RUSSIA },
    { label: "CSIS Europe Program", url: CSIS_EUROPE_AND_RUSSIA },
    {
      label: "Ministry of Foreign Affairs of Japan, on relations with Russia",
      url: "https://www.mofa.go.jp/",
    },
    {
      label: "Ministry of Foreign Affairs of Japan, on Japan's security policy",
      url: "https://www.mofa.go.jp/",
    },
    {
      label: "Ministry of Foreign Affairs of Russia, on relations with Japan",
      url: "https://www.mid.ru/en/",
    },
  ],
  related: [
    { label: "Vol. 2, Issue 2: A U.S.-DPRK Peace Declaration Is Good for Japan", date: "2019-02" },
    { label: "Vol. 2, Issue 1: Japan Should Spend 2 Percent of GDP on Defense", date: "2019-01" },
    { label: "Vol. 1, Issue 2: Japan-China Rapprochement Will Fail", date: "2018-12" },
    {
      label: "Vol. 1, Issue 1: It Is Good for Japan If Shinzo Abe Is Prime Minister until 2021",
      date: "2018-11",
    },
  ],
  rights:
    "After Debating Japan, Vol. 2, Issue 3, a newsletter of the CSIS Japan Chair edited by Yuka Koshino. Everything here is a restatement by Resolved, in its own words, of the arguments and facts of that newsletter. The sentences are not the experts' own: do not quote them as theirs. The simpler text and the Japanese one restate this restatement, also in Resolved's own words. Positions and biographies speak from the time of the newsletter, which prints no date; the issue before it is of February 2019. One correction: it dates the Japan-Soviet Joint Declaration to 1965; the declaration is of 1956, and the text here says so. Rights in the original remain with its publisher and authors.",
  kit: JAPAN_RUSSIA_KIT,
  versions: [JAPAN_RUSSIA_SIMPLE, JAPAN_RUSSIA_JAPANESE],
};
