/**
 * Groups of small letters that look like a Latin letter, or whose capitals do; the Latin one first. The ones people
 * can type, from the confusables of Unicode's Technical Standard 39.
 */
const LIKE_LATIN =
  "aаαɑᴀꭺꓮ bвьβƅʙᏼꓐ cсϲᴄꮯꓚ dԁᴅꓓ eеεҽꭼꓰ fϝꓝ gɡցꮐꓖ hнһηհʜꮋꓧ iіιıɪӏlꭵ1|ꓲ jјϳᴊꭻꓙ kкκᴋꮶꓗ lʟꮮꓡ nνпոɴꓠ oоοօσᴏ0ꓳ" +
  " pрρᴘꮲꓑ qԛզ rгʀꭱꓣ sѕꮪꓢ tтτᴛꭲꓔ uսᴜꓴ vѵᴠꮩꓦ xхχⅹꓫ yуүυγʏꓬ zζᴢꮓꓜ";
/** The same for scripts mixed in Japanese, and for Arabic and Persian forms of a letter. */
const LIKE_OTHERS = "へヘ 二ニ 八ハ 力カ 口ロ 工エ 夕タ 卜ト 一ー 才オ يیى كک هەہ";
/** Wide letters that look like two narrow ones. */
const LIKE_TWO = { rn: "mмμᴍꮇꓟ", vv: "wԝωᴡꮃꓪ" };

const LIKE = new Map<string, string>();
for (const [first = "", ...others] of `${LIKE_LATIN} ${LIKE_OTHERS}`.split(" "))
  for (const other of others) LIKE.set(other, first);
for (const [two, wide] of Object.entries(LIKE_TWO)) for (const letter of wide) LIKE.set(letter, two);

/** One letter for all that look alike. */
export function drawn(letters: string): string {
  return [...letters].map((letter) => LIKE.get(letter) ?? letter).join("");
}

/**
 * [J5] How a text looks at a glance: the same for texts that differ only in case, width, spaces, punctuation or
 * script.
 */
export function glance(text: string): string {
  const letters = drawn(
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, ""),
  );
  return letters.replace(/[\p{P}\p{Sk}]/gu, "") || letters;
}
