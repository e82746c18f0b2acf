/** Of texts and kits that were written for Resolved. */
export const LICENCE =
  "Free to use, change and share, also in print, like Resolved itself (MIT license, the Resolved authors).";

export const LICENCE_JA =
  "Resolved本体と同じく（MITライセンス、The Resolved authors）、自由に使用・改変・配布できます。印刷して配ってもかまいません。";
