import type { Language } from "#debate/rules/languages.ts";

type Words = { adjectives: string[]; animals: string[]; between: string };

/** [E4] Friendly in every combination: no word about a body, and no animal that is an insult. */
const WORDS: Record<Language, Words> = {
  en: {
    adjectives: listed(
      "Amber Azure Bold Brave Bright Brisk Calm Candid Clear Clever Cobalt Copper Coral Crimson Curious Daring Deft Eager Earnest Fair Fleet Frank Gentle Gilded Glad Golden Hardy Honest Indigo Ivory Jade Jolly Keen Kind Lively Lucid Lunar Mellow Merry Mindful Modest Nimble Noble Olive Patient Plucky Polite Quick Quiet Russet Scarlet Serene Sharp Silver Sober Solar Steady Stout Sunny Swift Tidy Violet Witty Wise",
    ),
    animals: listed(
      "Badger Beaver Bison Bittern Buzzard Carp Condor Cormorant Crane Curlew Dolphin Dormouse Eagle Egret Falcon Finch Fox Gannet Gazelle Gecko Grouse Hare Harrier Hawk Heron Ibex Ibis Jackdaw Kestrel Kite Lapwing Lark Linnet Lynx Magpie Marten Merlin Moose Newt Nuthatch Orca Osprey Otter Owl Panther Pelican Petrel Plover Puffin Quail Raven Robin Salmon Seal Sparrow Stoat Stork Swallow Swan Tern Thrush Toad Wagtail Wren",
    ),
    between: " ",
  },
  ja: {
    adjectives: listed(
      "あかるい やさしい たのしい かしこい つよい すばやい あたたかい うれしい いさましい たのもしい まぶしい みずみずしい りりしい つつましい かっこいい ねばりづよい ほがらかな おだやかな すなおな げんきな ゆかいな しずかな きよらかな ゆうかんな まじめな ていねいな しんせつな きような かろやかな はなやかな さわやかな ものしりな しなやかな にこやかな のどかな おおらかな まっすぐな ひたむきな すてきな りっぱな じゆうな おしゃれな ゆうがな ふしぎな きさくな きらめく かがやく ほほえむ はずむ うたう おどる かんがえる ゆめみる ひらめく たびする しっかりした ゆったりした にじいろの ひだまりの あおぞらの そよかぜの ほしぞらの みどりの きらきらの",
    ),
    animals: listed(
      "カワウソ ラッコ イルカ シャチ クジラ アザラシ ペンギン マナティー パンダ コアラ カンガルー ウサギ リス キツネ シカ ヤマネ キリン シマウマ ライオン トラ ヒョウ チーター オオカミ クマ ハムスター モモンガ ムササビ ハリネズミ アルマジロ アルパカ ラクダ ヒツジ ヤギ ウマ カピバラ ビーバー オコジョ ヤドカリ ツバメ スズメ ハヤブサ フクロウ カモメ ハト ツル ヒバリ ウグイス メジロ カワセミ キツツキ ペリカン フラミンゴ クジャク オウム タカ ライチョウ コマドリ ハクチョウ ホタル トンボ テントウムシ マンボウ トビウオ クリオネ",
    ),
    between: "",
  },
};

/** How many pseudonyms there are in each language without a number. */
export const PSEUDONYMS = WORDS.en.adjectives.length * WORDS.en.animals.length;

/** [J3] A friendly pseudonym for a random number; above PSEUDONYMS it ends in a numeral. */
export function pseudonym(draw: number, language: Language): string {
  const { adjectives, animals, between } = WORDS[language];
  const index = draw % PSEUDONYMS;
  const lap = Math.floor(draw / PSEUDONYMS);
  const name = [adjectives[index % adjectives.length], animals[Math.floor(index / adjectives.length)]];
  return [...name, ...(lap === 0 ? [] : [lap + 1])].join(between);
}

/**
 * [J3] How many pseudonyms a session of `joined` seats draws from: at least four times as many, because each draw of a taken
 * one costs a write. Later attempts draw from more, in case the count is old.
 */
export function pseudonymsFor(joined: number, attempt: number): number {
  return PSEUDONYMS * (Math.floor((4 * joined) / PSEUDONYMS) + Math.ceil(attempt / 20));
}

function listed(words: string): string[] {
  return words.split(" ");
}
