import type { ReactNode } from "react";
import { RUBY } from "#debate/content/readings.ts";

/**
 * [E10] Text with its readings above it: 漢字《かんじ》, ｜お茶《おちゃ》. The marks stay in the document, unseen, so that
 * what is selected or copied is the text as it was written.
 */
export function withRuby(text: string): ReactNode {
  if (!text.includes("《")) return text;
  const parts: ReactNode[] = [];
  let rest = text;
  for (let found = RUBY.exec(rest); found; found = RUBY.exec(rest)) {
    const [all, bar, behindBar, kanji, reading] = found;
    parts.push(
      rest.slice(0, found.index),
      <ruby key={parts.length}>
        {bar && <rp>{bar}</rp>}
        {behindBar ?? kanji}
        <rp>《</rp>
        <rt>{reading}</rt>
        <rp>》</rp>
      </ruby>,
    );
    rest = rest.slice(found.index + all.length);
  }
  return [...parts, rest];
}
