/**
 * Small letters that are drawn like a Latin one, or whose capital is: a Latin letter, then those like it. A choice of
 * the confusables that Unicode's Technical Standard 39 lists, those that people can type.
 */
const LIKE_LATIN =
  "aаαɑᴀꭺꓮ bвьβƅʙᏼꓐ cсϲᴄꮯꓚ dԁᴅꓓ eеεҽꭼꓰ fϝꓝ gɡցꮐꓖ hнһηհʜꮋꓧ iіιıɪӏlꭵ1|ꓲ jјϳᴊꭻꓙ kкκᴋꮶꓗ lʟꮮꓡ nνпոɴꓠ oоοօσᴏ0ꓳ" +
  " pрρᴘꮲꓑ qԛզ rгʀꭱꓣ sѕꮪꓢ tтτᴛꭲꓔ uսᴜꓴ vѵᴠꮩꓦ xхχⅹꓫ yуүυγʏꓬ zζᴢꮓꓜ";
/** The same between scripts that Japanese mixes, and between the Arabic and the Persian form of a letter. */
const LIKE_OTHERS = "へヘ 二ニ 八ハ 力カ 口ロ 工エ 夕タ 卜ト 一ー 才オ يیى كک هەہ";
/** Wide letters are drawn like two narrow ones. */
const LIKE_TWO = { rn: "mмμᴍꮇꓟ", vv: "wԝωᴡꮃꓪ" };

const LIKE = new Map<string, string>();
for (const [first = "", ...others] of `${LIKE_LATIN} ${LIKE_OTHERS}`.split(" "))
  for (const other of others) LIKE.set(other, first);
for (const [two, wide] of Object.entries(LIKE_TWO)) for (const letter of wide) LIKE.set(letter, two);

/** Small letters as they are drawn: one for all that look alike. */
export function drawn(letters: string): string {
  return [...letters].map((letter) => LIKE.get(letter) ?? letter).join("");
}

/** [J5] What a text looks like at a glance: the same for texts that differ only in case, width, spaces, punctuation or script. */
export function glance(text: string): string {
  const letters = drawn(
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, ""),
  );
  return letters.replace(/[\p{P}\p{Sk}]/gu, "") || letters;
}
