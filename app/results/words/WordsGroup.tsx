"use client";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Bodies } from "#app/results/words/use-credit-name.ts";
import { VotersWords } from "#app/results/words/VotersWords.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import type { HostsWords } from "#debate/protocol/pages.ts";

/** How many are shown at first, and with every "Show more". */
const FIRST = 6;
const MORE = 24;

type WordsGroupProps = {
  title: string;
  words: readonly HostsWords[];
  bodies: Bodies;
  onPick: (reason: string, on: boolean) => Promise<void>;
};

/** The words of those who went one way, a few at first: a hall writes hundreds. */
export function WordsGroup({ title, words, bodies, onPick }: WordsGroupProps) {
  const t = useTranslations("wordsPanel");
  const id = useId();
  const [length, setLength] = useState(FIRST);
  const list = useRef<HTMLUListElement>(null);
  const showMore = () => {
    flushSync(() => setLength(length + MORE));
    // The button moves down, or goes.
    (list.current?.children[length] as HTMLElement | undefined)?.focus();
  };
  const rest = Math.min(MORE, words.length - length);
  if (words.length === 0) return null;
  return (
    <section aria-labelledby={id} className="@container grid grid-cols-1 gap-4 border-t-2 border-ink pt-3">
      <h3 id={id} className="text-lg font-semibold">
        {t("groupCount", { group: title, count: words.length })}
      </h3>
      <ul ref={list} className="grid grid-cols-1 items-start gap-4 @3xl:grid-cols-2">
        {words.slice(0, length).map((each) => (
          <li key={each.id} tabIndex={-1}>
            <VotersWords words={each} bodies={bodies} onPick={onPick} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button className="justify-self-center" onClick={showMore}>
          {t("more", { count: rest })}
        </Button>
      )}
    </section>
  );
}
