/** Kanji, or anything behind "｜", with its reading in 《》. In Chinese these marks enclose titles, which are not in Kana. */
export const RUBY =
  /(?:(｜)([^｜《》\n]{1,30})|([\p{Script=Han}々〆ヶ]{1,20}))《([\p{Script=Hiragana}\p{Script=Katakana}ー・ 　]{1,40})》/u;

const ALL = new RegExp(RUBY, "gu");

/** [E10] Without readings, for where nothing stands above a line: labels, texts that are cut, and searches. */
export function withoutReadings(text: string): string {
  return text.replace(ALL, (_, _bar, behindBar, kanji) => behindBar ?? kanji);
}
