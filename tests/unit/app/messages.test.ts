import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#debate/rules/languages.ts";
import { ALL_WORDS } from "#tests/support/words.ts";

const FOLDER = "app/messages";
type Messages = { [key: string]: string | Messages };

/** All words of a language, those of activities among them. */
function read(language: Language): Map<string, string> {
  const all = new Map<string, string>();
  const walk = (messages: Messages, path: string[]) => {
    for (const [key, value] of Object.entries(messages))
      if (typeof value === "string") all.set([...path, key].join("."), value);
      else walk(value, [...path, key]);
  };
  walk(ALL_WORDS[language], []);
  return all;
}

/** The placeholders and tags of a message, with the options of a choice and the style of a number; plural forms differ by language. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue;
      if (part.type === TYPE.select)
        found.add(`${part.value} of ${Object.keys(part.options).sort().join(" ")}`);
      else if (part.type === TYPE.tag) found.add(`<${part.value}>`);
      else found.add(part.value);
      if (part.type === TYPE.select || part.type === TYPE.plural)
        for (const { value } of Object.values(part.options)) walk(value);
      if (part.type === TYPE.tag) walk(part.children);
    }
  };
  walk(parse(message));
  return [...found].sort();
}

type PluralForm = { form: string; type: Intl.PluralRuleType };

function pluralForms(message: string): PluralForm[] {
  const found: PluralForm[] = [];
  const walk = (parts: MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.tag) walk(part.children);
      if (part.type !== TYPE.select && part.type !== TYPE.plural) continue;
      for (const [form, { value }] of Object.entries(part.options)) {
        if (part.type === TYPE.plural) found.push({ form, type: part.pluralType ?? "cardinal" });
        walk(value);
      }
    }
  };
  walk(parse(message));
  return found;
}

/** Another form is never chosen: Japanese has no `one`, and needs `=1`. */
function isForm(form: string, language: string, type: Intl.PluralRuleType): boolean {
  const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions();
  return form.startsWith("=") || pluralCategories.some((category) => category === form);
}

const english = read("en");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && !name.startsWith("last-resort"));

test("[E2] every language has a file, and every file is a language", () => {
  expect(files.sort()).toEqual(LANGUAGES.map((language) => `${language}.json`).sort());
});

test.each(LANGUAGES)("[E2] %s has every message with its placeholders, and none besides", (language) => {
  const messages = read(language);
  expect([...messages.keys()].filter((key) => !english.has(key))).toEqual([]);
  const differs = [...english].filter(([key, message]) => {
    const other = messages.get(key);
    return other === undefined || placeholders(other).join() !== placeholders(message).join();
  });
  expect(differs).toEqual([]);
});

test.each(LANGUAGES)("[E2] %s has only the plural forms that its grammar has", (language) => {
  const unknown = [...read(language)].flatMap(([key, message]) =>
    pluralForms(message)
      .filter(({ form, type }) => !isForm(form, language, type))
      .map(({ form }) => `${key}: ${form}`),
  );
  expect(unknown).toEqual([]);
});

test("[E13] no screen calls it an endorsement, a section, or the two texts of the experts", () => {
  const others = /\bendors|\bsections?\b|\b(both|two|the) texts\b/iu;
  // What is imported is a text until it is read, and a simpler or translated version is one, too.
  const isVersion = (key: string) => /^instructor\.reading\./u.test(key);
  expect([...english].filter(([key, words]) => !isVersion(key) && others.test(words))).toEqual([]);
});

test("[E12] さん never begins a line: word joiners keep it with the end of the name", () => {
  const apart = [...read("ja").values()].filter((message) =>
    /[}>](?!\u2060さ\u2060ん)\u2060?さ/u.test(message),
  );
  expect(apart).toEqual([]);
});

const sources = ["app", "debate", "server"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(`${folder}/${name}`, "utf8") })),
);

test("[E7] a message with tags is never filled in as plain text, which would show its key", () => {
  const plain = sources.flatMap(({ file, source }) =>
    [...source.matchAll(/const (\w+) = (?:await )?[gu]\w+Translations\("([\w.]+)"\)/gu)].flatMap(
      ([, name = "", namespace = ""]) =>
        [...source.matchAll(new RegExp(`\\b${name}\\(([^),]*)`, "gu"))]
          .flatMap(([, key = ""]) => [...key.matchAll(/["`]([\w.]+)["`]/gu)])
          .map(([, key]) => `${namespace}.${key}`)
          .filter((key) => english.get(key)?.includes("</"))
          .map((key) => `${file}: ${key}`),
    ),
  );
  expect(plain).toEqual([]);
});

test("[E2] every message is used", () => {
  const source = sources.map((each) => each.source).join("\n");
  const words = new Set([...(source.match(/[\w-]+/gu) ?? []), ...(source.match(/\w+:\w+/gu) ?? [])]);
  // `${kind}Body` and `title${kind}`: keys that are put together.
  const endings = [...source.matchAll(/\}([A-Z]\w*)`/gu)].map(([, ending = ""]) => ending);
  const beginnings = [...source.matchAll(/[`.](\w+)\$\{/gu)].map(([, beginning = ""]) => beginning);
  const isUsed = (part: string) =>
    words.has(part) ||
    endings.some((ending) => part.endsWith(ending)) ||
    beginnings.some((beginning) => part.startsWith(beginning));
  expect([...english.keys()].filter((key) => !key.split(".").every(isUsed))).toEqual([]);
});
