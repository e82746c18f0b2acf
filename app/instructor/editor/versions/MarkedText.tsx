"use client";
import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";

/** So many characters around what differs are shown. */
const AROUND = 160;

/** Japanese and Chinese have no spaces, so each of their letters is a word here. */
const IN_WORD = String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]+`;
const WORD_BEFORE = new RegExp(`${IN_WORD}$`, "u");
const WORD_AFTER = new RegExp(`^${IN_WORD}`, "u");

type Marked = { before: string; differs: string; after: string };

/** A text with what another version says otherwise in the middle, in whole words; a long way to it is left out. */
export function marked(text: string, other: string): Marked {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  // Back to the beginning of a word, and on to the end of one: between them no letter is cut in two.
  const before = text.slice(0, start).replace(WORD_BEFORE, "");
  const after = text.slice(Math.max(text.length - end, before.length)).replace(WORD_AFTER, "");
  return {
    before: before.length > AROUND ? `\u2026 ${before.slice(-AROUND).replace(/^\S*\s/u, "")}` : before,
    differs: text.slice(before.length, text.length - after.length),
    after: after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/u, "")} \u2026` : after,
  };
}

/** A text of one version, with what the other says otherwise marked. */
export function MarkedText({ text, other }: { text: string; other: string }) {
  const t = useTranslations("instructor.versions");
  if (text === "") return <span className="text-sm text-ink-soft italic">{t("empty")}</span>;
  const { before, differs, after } = marked(text, other);
  return (
    <Written of={text} className="font-serif whitespace-pre-wrap wrap-anywhere">
      {before}
      {differs && (
        <mark className="bg-warn-wash text-ink underline decoration-warn decoration-2 underline-offset-2">
          {differs}
        </mark>
      )}
      {after}
    </Written>
  );
}
