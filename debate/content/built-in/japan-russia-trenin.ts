import type { Expert } from "#debate/content/debate.ts";

/** The expert against the built-in resolution, described in our own words. */
export const TRENIN: Expert = {
  name: "Dmitri Trenin",
  honorific: "Dr.",
  role: "Director",
  institution: "Carnegie Moscow Center",
  biography: `Dmitri Trenin is director of the Carnegie Moscow Center and has belonged to it from its first day. He is also chair of its research council and of its Foreign and Security Policy Program.

He was a soldier first. From 1972 to 1993, when he retired from the Russian Army, he wore the Soviet and then the Russian uniform. At Potsdam he was a liaison officer of the Group of Soviet Forces, in its external relations branch. In Geneva, between 1985 and 1991, he served on the staff of the Soviet delegation to the nuclear arms talks with the United States. The Military Institute had him as a teacher in its War Studies Department between 1986 and 1993.

The NATO Defense College in Rome made him a senior research fellow in 1993, and from 1993 to 1997 he held the same rank at Moscow's Institute of Europe. His doctorate is from the Institute of the USA and Canada of the Russian Academy of Sciences.`,
};

/** [D10] Every argument and fact of the original position, restated in our own words, paragraph by paragraph. */
export const TRENIN_PARAGRAPHS = [
  "Put the idea aside. Japan has no Russia card to play against China, and no prospect of drawing one. Here are the chief reasons.",
  "To begin with, Moscow does not weigh its two Asian neighbors on the same scale. China is a great power on its way to becoming a superpower, a rival to the United States itself. Locked in a hybrid war with Washington, Russia now depends on Beijing more than it used to: for trade, for money, and for technology as well. Japan's economy is a major one, nobody disputes that. In geopolitics and in strategy, however, Japan is still the smaller ally of the United States, and for the most part it goes where American policy leads.",
  "Then look at the map. Russia and China share a border 4,300 kilometers long, and for Moscow being on good terms across it is not a matter of choice. To have China as an enemy is the bad dream of every Russian strategist, something to be prevented at all times. Better relations with Japan would be welcome, but only at the right price. If it ever came to the crunch, Russia would refuse any step that could throw its ties with China off the track.",
  "The Kremlin also dislikes being used. Any country that tries to make Russia a card in a game against somebody else will get a cold reception, and Japan would arouse a further suspicion: that it was acting hand in hand with the United States, to turn the triangle of Washington, Beijing and Moscow against China. As things stand, neither the Japanese nor the Americans will be allowed to pry Russia and China apart.",
  "And what would Japan pay with? It is hard to name anything Tokyo could offer, even in theory, that might loosen Russia's attachment to China. Japan has little freedom of movement here. As a member of the G-7 it faithfully takes part in the economic sanctions that Washington organizes against Russia, and it keeps a tight grip on the technology that may be exported there. The United States would hardly consent to ease those sanctions and controls very far unless Russia made large concessions, on matters that reach well past its dealings with Japan.",
  "None of this makes Russia unimportant to Japan. On the contrary: a strong relationship with it is something that Japan really does need. With China gaining strength and America more occupied with its own affairs, it is sensible for Tokyo to seek partners in the region, as an addition to the American alliance and not as a substitute for it. Russia, together with India, is an obvious choice.",
  "The aim should be clear. Tokyo has to see to it that Moscow does not take over China's picture of Japan, and that the two do not close ranks politically against it. Slapping a Russia card on the table will not bring that about. Patience might: long and steady work on close economic ties, along with a dialogue on security. The more Russia gains from doing business with Japan, the more material reason Moscow has to respect the interests that Tokyo is entitled to defend. Russia has shown a rare gift, after all, for staying on terms with both sides of a feud. Think of India and Pakistan, of Iran and Saudi Arabia, of Israel and Iran, of Armenia and Azerbaijan. Keeping China and Japan in balance should not be beyond the Kremlin's skill. For a clever Japanese policy, that is probably as far as one can hope to get.",
] as const;
