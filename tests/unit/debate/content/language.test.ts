import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentToStore, type Debate, DebateDraft, storedDebate } from "#debate/content/debate.ts";
import { guessLanguage, LANGUAGE_TAG } from "#debate/content/language.ts";
import { languageOfWords } from "#debate/content/script.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";

describe("guessLanguage", () => {
  test.each([
    ["en", "The class should read both positions, and it is not the same to hear them."],
    ["fr", "La France doit sortir de l'alliance, et ce n'est pas une question pour les experts."],
    ["de", "Die Stadt soll den Hafen schließen, und das ist nicht mit der Bahn zu vergleichen."],
    ["ja", "日本はNATOとEUに対してロシア・カードを使うことができる。"],
    ["zh", "日本可以对中国打俄罗斯牌，这一点专家们的意见并不一致。"],
    ["ko", "일본은 중국을 상대로 러시아 카드를 쓸 수 있다."],
    ["ru", "Япония может разыграть российскую карту против Китая."],
    ["ar", "يمكن لليابان أن تستخدم الورقة الروسية ضد الصين."],
  ])("[E6] %s is certain: %s", (lang, text) => {
    expect(guessLanguage(text)).toEqual({ lang, sure: true });
  });

  test.each([
    ["Close the Old Harbor", { lang: "en", sure: false }],
    ["Японія може зіграти російською картою, і це її вибір.", { lang: "uk", sure: false }],
    ["ژاپن می‌تواند کارت روسیه را بازی کند.", { lang: "fa", sure: false }],
    ["Marrowby 2024", { sure: false }],
    ["", { sure: false }],
  ])("[E6] a guess that is none, or not certain: %j", (text, guess) => {
    expect(guessLanguage(text)).toEqual(guess);
  });

  test("[E6] any text has a guess, whose name is a language tag, in time that grows with its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) =>
        LANGUAGE_TAG.test(guessLanguage(text).lang ?? "en"),
      ),
    );
    expect(guessLanguage("é".repeat(1_000_000))).toEqual({ sure: false });
  });
});

test("[E6] a language that the words tell with certainty is not stored", () => {
  const english: Debate = BUILT_IN_DEBATE;
  expect(JSON.parse(contentToStore(english))).not.toHaveProperty("lang");
  expect(storedDebate(contentToStore(english))).toEqual(english);
  expect(storedDebate(contentToStore({ ...english, lang: "en-GB" })).lang).toBe("en-GB");
});

test.each([
  ["pt-BR", true],
  ["en-12", false],
  ["", false],
])("[E6] %j is a language: %j", (lang, isOne) => {
  const { id: _, ...draft } = BUILT_IN_DEBATE;
  expect(DebateDraft.safeParse({ ...draft, lang }).success).toBe(isOne);
});

describe("languageOfWords", () => {
  test.each([
    ["I changed my mind.", "en", "en"],
    ["Je ne suis pas d'accord avec les experts.", "en", "en"],
    ["賛成です。", "en", "ja"],
    ["兵藤慎治", "ja", "ja"],
    ["The first expert is right.", "ja", "en"],
    ["Ada Lovelace", "ja", "en"],
    ["兵藤慎治", "en", ""],
    ["لا أوافق", "pt-BR", "ar"],
    ["12", undefined, undefined],
  ])("[E7] %j beside content in %j is %j", (text, usual, lang) => {
    expect(languageOfWords(text, usual)).toBe(lang);
  });
});
