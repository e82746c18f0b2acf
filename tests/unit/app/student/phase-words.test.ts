import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { phaseWords } from "#app/student/phase-words.ts";
import { PHASES } from "#debate/rules/phase-order.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const { en: english, ja: japanese } = ALL_WORDS;

const LANGUAGES = [
  { locale: "en", messages: english },
  { locale: "ja", messages: japanese as typeof english },
] as const;

describe.each(LANGUAGES)("[F1] what is said as the class moves, in $locale", ({ locale, messages }) => {
  const phases = createTranslator({ locale, messages, namespace: "phases" });
  const student = createTranslator({ locale, messages, namespace: "student" });

  test.each(PHASES)("ends once: %s", (phase) => {
    const words = phaseWords(phases(`${phase}.name`));
    for (const said of [student("moved", words), student("access.joined", words)])
      expect(said).toMatch(/[^.。?？][.。?？]$/u);
  });
});
