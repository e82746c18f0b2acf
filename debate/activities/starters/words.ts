import type { Starter } from "#debate/activities/starters/rules.ts";
import { LANGUAGES, type Language } from "#debate/rules/languages.ts";

/**
 * [X13] Worded as people who disagree find receptive (Yeomans, Minson, Collins, Chen and Gino 2020, see decision 0046): hedged,
 * acknowledging, agreeing where one can, without "no", "but" and "because".
 */
const WORDS = {
  en: {
    concede: "I understand that …, and I think it is also worth considering that …",
    evidence: "I can see why … matters. What evidence might show that …?",
    example: "One example that may fit here is …, and it suggests that …",
    build: "I agree that …, and I would add that …",
  },
  ja: {
    concede: "…という点はよくわかります。そのうえで、…ということも考えてみたいです。",
    evidence: "…が大切だという考えはわかります。…と言える根拠には、どんなものがありますか。",
    example: "ここに当てはまりそうな例として、…があります。そこから、…と言えるかもしれません。",
    build: "…という意見に賛成です。それに加えて、…とも言えると思います。",
  },
} as const satisfies Record<Language, Record<Starter, string>>;

/** [X13] In the language of the text that is read, if there are starters in it, else in the session's. */
export function starterLanguage(read: string | undefined, session: Language): Language {
  const base = read?.split("-")[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? session;
}

export function starterWords(starter: Starter, language: Language): string {
  return WORDS[language][starter];
}

/** [X13] A text that begins with a starter: in place of the one before as long as no gap of it is filled in, else before what is there. */
export function begun(body: string, words: string, before: string | undefined): string {
  const rest = before !== undefined && body.startsWith(before) ? body.slice(before.length) : body;
  return rest.trim() === "" ? words : `${words}\n${rest.trimStart()}`;
}
