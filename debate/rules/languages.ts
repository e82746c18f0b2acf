/** The languages of the interface. Each has its words in a file of app/messages, named after it. */
export const LANGUAGES = ["en", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language's own name. */
export const LANGUAGE_NAMES = { en: "English", ja: "日本語" } as const satisfies Record<Language, string>;

/** The cookie that keeps the language that someone chose. */
export const LANGUAGE_COOKIE = "language";

/** Longer headers than any browser sends are cut. */
const HEADER_LENGTH = 500;

/**
 * [E1] The language that was chosen, else the first that the browser accepts (an `Accept-Language` header, RFC 9110 section
 * 12.5.4, by weight), else English.
 */
export function chooseLanguage(chosen: string | undefined, accepted: string | null | undefined): Language {
  return knownLanguage(chosen) ?? acceptedLanguage(accepted ?? "") ?? "en";
}

export function knownLanguage(name: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === name);
}

function acceptedLanguage(header: string): Language | undefined {
  return header
    .slice(0, HEADER_LENGTH)
    .split(",")
    .map((entry) => {
      const [range = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { language: knownLanguage(range.split("-")[0]), weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => language && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)[0]?.language;
}
