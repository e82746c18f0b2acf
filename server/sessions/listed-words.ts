import { hasContactDetails } from "#debate/rules/contact-details.ts";
import { personFor } from "#debate/rules/identity.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { wordFilter } from "#debate/rules/word-filter.ts";
import type { RebuttalRecord } from "#server/store/rebuttals/rebuttal-rows.ts";

/**
 * [W7] Words that no teacher wants on the wall: slurs and the coarsest insults. No words of biology, debates or names
 * and, in Japanese, none that occur inside other words. Plurals and other spellings are found. (The list is
 * offensive.)
 */
const WORDS = {
  en: "arsehole, asshole, bastard, bitch, bullshit, cock, cocksucker, coon, cunt, dickhead, douchebag, dumbass, fag, faggot, fuck, fucked, fucker, fuckface, fuckin, fucking, gook, hentai, jackass, jerk off, kike, kys, kill yourself, milf, motherfucker, motherfucking, nigga, nigger, paki, piss off, porn, prick, pussy, raghead, retard, retarded, shemale, shit, shithead, shitty, slut, slutty, spastic, spic, towelhead, tranny, twat, wank, wanker, wetback, whore, wtf, stfu",
  de: "arsch, arschloch, ficken, fick dich, fotze, hure, hurensohn, hurensöhne, kanake, missgeburt, möse, neger, nutte, schlampe, scheiße, scheisse, schwuchtel, spast, spasti, titten, verpiss dich, wichser",
  es: "cabrón, chinga tu madre, chingar, coño, follar, gilipollas, hijo de puta, hijueputa, joder, maricón, mierda, pendejo, polla, puta, puto, sudaca, zorra",
  fr: "bougnoule, connard, connasse, enculé, enculer, fils de pute, foutre, merde, négro, nique ta mère, niquer, pédé, putain, pute, salope, ta gueule, youpin",
  ja: "くたばれ, 死ね, ぶっ殺す, 殺すぞ, クソ野郎, くそ野郎, くそったれ, ファックユー, ちんぽ, まんこ, ヤリマン, やりまん, キチガイ, きちがい, 気違い, チョン公, 支那人, ニガー",
} as const;

const listed = wordFilter(Object.values(WORDS).flatMap((words) => words.split(", ")));

const KEPT = 100;
const added = new Map<string, ReturnType<typeof wordFilter>>();

/** [W7] [R36] Whether a student's words must wait for the host. */
export function isHeldBack(text: string, words: readonly string[]): boolean {
  return hasListedWord(text, words) || hasContactDetails(text);
}

type Read = { participantId: string; author: string; body: string; source?: string | undefined };

/** [W7] [R36] Everything that the class would read of a rebuttal. Its source's address may have any numbers. */
export function isRebuttalHeldBack(
  { identity, filter }: Pick<Settings, "identity" | "filter">,
  { participantId, author, body, source = "" }: Read,
): boolean {
  const { name = "" } = personFor("class", identity, { id: participantId, name: author, realName: null });
  return [body, name].some((text) => isHeldBack(text, filter.words)) || hasListedWord(source, filter.words);
}

const known = new WeakMap<RebuttalRecord, boolean>();

/** Adds whether the filter holds a waiting rebuttal. */
export function withHeld(rebuttal: RebuttalRecord, settings: Settings): RebuttalRecord & { held: boolean } {
  const mayBe = rebuttal.status === "pending" && settings.filter.holds;
  const held = mayBe && (known.get(rebuttal) ?? isRebuttalHeldBack(settings, rebuttal));
  if (mayBe) known.set(rebuttal, held);
  return { ...rebuttal, held };
}

/** Whether a text contains a listed word, or one that the host added. */
export function hasListedWord(text: string, words: readonly string[]): boolean {
  return listed(text) || (words.length > 0 && filterOf(words)(text));
}

function filterOf(words: readonly string[]) {
  const key = words.join("\n");
  const known = added.get(key) ?? wordFilter(words);
  if (added.size >= KEPT) added.clear();
  added.set(key, known);
  return known;
}
