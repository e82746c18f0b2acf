import { glance } from "#debate/rules/lookalikes.ts";
import { cleanText, showsSomething } from "#debate/rules/text.ts";

export const NAME_LENGTH = 40;

const ADJECTIVES =
  "Amber Azure Bold Brave Bright Brisk Calm Candid Clear Clever Cobalt Copper Coral Crimson Curious Daring Deft Eager Earnest Fair Fleet Frank Gentle Gilded Glad Golden Hardy Honest Indigo Ivory Jade Jolly Keen Kind Lively Lucid Lunar Mellow Merry Mindful Modest Nimble Noble Olive Patient Plucky Polite Quick Quiet Russet Scarlet Serene Sharp Silver Sober Solar Steady Stout Sunny Swift Tidy Violet Witty Wise".split(
    " ",
  );
const ANIMALS =
  "Badger Beaver Bison Bittern Buzzard Carp Condor Cormorant Crane Curlew Dolphin Dormouse Eagle Egret Falcon Finch Fox Gannet Gazelle Gecko Grouse Hare Harrier Hawk Heron Ibex Ibis Jackdaw Kestrel Kite Lapwing Lark Linnet Lynx Magpie Marten Merlin Moose Newt Nuthatch Orca Osprey Otter Owl Panther Pelican Petrel Plover Puffin Quail Raven Robin Salmon Seal Sparrow Stoat Stork Swallow Swan Tern Thrush Toad Wagtail Wren".split(
    " ",
  );

/** How many pseudonyms there are without a number. */
export const PSEUDONYMS = ADJECTIVES.length * ANIMALS.length;

/** [J3] A friendly pseudonym for a random number; above PSEUDONYMS it ends in a numeral. */
export function pseudonym(draw: number): string {
  const index = draw % PSEUDONYMS;
  const lap = Math.floor(draw / PSEUDONYMS);
  const name = `${ADJECTIVES[index % ADJECTIVES.length]} ${ANIMALS[Math.floor(index / ADJECTIVES.length)]}`;
  return lap === 0 ? name : `${name} ${lap + 1}`;
}

/**
 * [J3] How many pseudonyms a session of `joined` seats draws from: at least four times as many, because each draw of a taken
 * one costs a write. Later attempts draw from more, in case the count is old.
 */
export function pseudonymsFor(joined: number, attempt: number): number {
  return PSEUDONYMS * (Math.floor((4 * joined) / PSEUDONYMS) + Math.ceil(attempt / 20));
}

/** [J4] Cleans a typed name to one line of text; null if nothing in it is visible. */
export function readName(typed: string): string | null {
  const name = cleanText(typed).replace(/\s+/gu, " ").trim();
  return showsSomething(name) ? name : null;
}

/** [J6] Reserved names: those for the reader and for the teacher. */
const TAKEN = new Set(
  ["you", "host", "instructor", "teacher", "professor", "moderator", "admin"].map(glance),
);

/** [J5] [J6] The name for the n-th person to choose it: `Ada`, `Ada (2)`, `Ada (3)`. */
export function nameAt(chosen: string, attempt: number): string {
  const place = TAKEN.has(glance(chosen)) ? attempt + 1 : attempt;
  return place === 1 ? chosen : `${chosen} (${place})`;
}
