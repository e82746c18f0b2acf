import { Fragment, type ReactNode } from "react";
import type { Mark } from "#debate/content/marks.ts";
import { RUBY } from "#debate/content/readings.ts";

/**
 * [E10] Text with its readings above it: 漢字《かんじ》, ｜お茶《おちゃ》. The marks stay in the document, unseen, so that
 * selecting or copying gives the text as it was written.
 */
function withRuby(text: string): ReactNode {
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

type Marks = readonly Mark[] | undefined;

const isBlock = ({ as }: Mark) => as === "item" || as === "quote";
const BLOCKS = {
  item: "block ps-[1.2em] -indent-[1.2em]",
  quote: "block border-s-2 border-line-strong ps-4 italic",
};

/** [D24] The entries of lists and quotations on lines of their own; `piece` draws what stands between two places of the text. */
export function byLine(
  text: string,
  marks: Marks,
  piece: (from: number, to: number) => ReactNode,
): ReactNode {
  const blocks = marks?.filter(isBlock) ?? [];
  if (blocks.length === 0) return piece(0, text.length);
  // With its line break, so that selecting or copying gives the text.
  return [...text.matchAll(/.+\n?/gu)].map(({ index: from, 0: line }) => {
    const as = blocks.find((mark) => mark.from === from)?.as as keyof typeof BLOCKS | undefined;
    return (
      <span key={from} className={as ? BLOCKS[as] : "block"}>
        {piece(from, from + line.length)}
      </span>
    );
  });
}

/** [D24] A piece of a text with its emphasis and links, and [E10] readings above their characters. */
export function markedWords(text: string, marks: Marks, from = 0, to = text.length): ReactNode {
  const here = marks?.filter((mark) => !isBlock(mark) && mark.from < to && mark.to > from) ?? [];
  if (here.length === 0) return withRuby(text.slice(from, to));
  const cuts = [...new Set([from, to, ...here.flatMap((mark) => [mark.from, mark.to])])]
    .filter((at) => at >= from && at <= to)
    .sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? from;
    const around = here.filter((mark) => mark.from <= start && mark.to >= end);
    return (
      <Fragment key={start}>{around.reduce<ReactNode>(wrapped, withRuby(text.slice(start, end)))}</Fragment>
    );
  });
}

function wrapped(words: ReactNode, { as, href }: Mark): ReactNode {
  if (as === "em") return <em>{words}</em>;
  if (as === "strong") return <strong>{words}</strong>;
  // Made of a link in Markdown, which is to http or https [D4]. Walls and phones do without the rules for links that people type.
  if (!href || !/^https?:/i.test(href)) return words;
  // [W6] The host is drawn, and no part of the text: a quotation is the exact words [R3].
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      data-host={new URL(href).host}
      className="underline underline-offset-2 after:ms-[0.25em] after:inline-block after:text-[0.8em] after:text-ink-soft after:content-['('attr(data-host)')']"
    >
      {words}
    </a>
  );
}

/** [D24] Where words stand within a link or a button, or on the projector, they lead nowhere else. */
export const withoutLinks = (marks: Marks) => marks?.filter(({ as }) => as !== "link");
