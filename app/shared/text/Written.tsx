"use client";
import { type ComponentProps, createContext, type ReactNode, useContext, useMemo } from "react";
import { byLine, markedWords } from "#app/shared/text/marked.tsx";
import type { Mark } from "#debate/content/marks.ts";
import { languageOfWords } from "#debate/content/script.ts";

const ContentLanguage = createContext<string | undefined>(undefined);

/** [E7] Says in which language the debate within is written. */
export function ContentIn({ lang, children }: { lang: string | undefined; children?: ReactNode }) {
  return <ContentLanguage value={lang}>{children}</ContentLanguage>;
}

/** For fields in which the content is edited. */
export const useContentLanguage = () => useContext(ContentLanguage);

type WrittenProps = Omit<ComponentProps<"p">, "lang" | "dir" | "ref"> & {
  as?: "p" | "span" | "bdi" | "q" | "li" | "dd" | "div" | "blockquote" | "h1" | "h2" | "h3" | "h4";
  /** The words, where the children are more than these. */
  of?: string;
  /** [D24] How the words look. */
  marks?: readonly Mark[] | undefined;
};

/** [E7] Something that a person wrote, in its own language and direction. [E10] Readings stand above their characters. */
export function Written({ as: Tag = "span", of, marks, children, ...rest }: WrittenProps) {
  const usual = useContentLanguage();
  const words = of ?? (typeof children === "string" ? children : "");
  const lang = useMemo(() => languageOfWords(words, usual), [words, usual]);
  return (
    <Tag {...(rest as object)} dir="auto" lang={lang}>
      {typeof children === "string"
        ? byLine(children, marks, (from, to) => markedWords(children, marks, from, to))
        : children}
    </Tag>
  );
}
