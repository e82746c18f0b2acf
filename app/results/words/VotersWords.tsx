"use client";
import { Switch } from "@base-ui/react/switch";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ArrowRight } from "#app/icons/icons.ts";
import { WallPick } from "#app/results/wall-pick.tsx";
import { type Bodies, useCreditName } from "#app/results/words/use-credit-name.ts";
import { beginningOf } from "#app/shared/text/beginning-of.ts";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import type { HostsWords } from "#debate/protocol/pages.ts";

type VotersWordsProps = {
  words: HostsWords;
  bodies: Bodies;
  onPick: (reason: string, on: boolean) => Promise<void>;
};

/** One voter's words, and their vote and credit where the host may see these, with a switch that shows the words to the class. */
export function VotersWords({ words, bodies, onPick }: VotersWordsProps) {
  const t = useTranslations("words");
  const panel = useTranslations("wordsPanel");
  const rounds = useTranslations("phases.rounds");
  const { id, kind, round, text, confidence, by, credit } = words;
  return (
    <article className="grid grid-cols-1 gap-3 rounded-card border border-line bg-surface p-4 shadow-card">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft">
        <Way words={words} />
        <span>{t("from", { kind: t(`kinds.${kind}`), round: rounds(round) })}</span>
        {confidence !== undefined && (
          <span className="tabular-nums">{panel("sure", { level: confidence })}</span>
        )}
        {by && (
          <span className="min-w-0 wrap-anywhere">
            {by.realName === undefined ? (
              <Written as="bdi">{by.name}</Written>
            ) : (
              panel.rich("by", { name: inSentence(by.name), realName: inSentence(by.realName) })
            )}
          </span>
        )}
      </header>
      <Written as="p" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {text}
      </Written>
      {credit && <Credit credit={credit} bodies={bodies} />}
      <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <ShowSwitch id={id} text={text} picked={words.picked} onPick={onPick} />
        <WallPick what={{ reason: id }} words={text} />
      </footer>
    </article>
  );
}

/** From the first choice to the last; one of them where there is no other. */
function Way({ words: { before, after, choice, toward } }: { words: HostsWords }) {
  const t = useTranslations("wordsPanel");
  const sides = useTranslations("choices");
  if (!toward || !before || !after) return choice && <ChoiceBadge choice={choice} />;
  return (
    <span>
      <span className="sr-only">
        {t("way", { from: sides(`${before}.name`), to: sides(`${after}.name`) })}
      </span>
      <span aria-hidden="true" className="inline-flex flex-wrap items-center gap-x-1.5">
        <ChoiceBadge choice={before} />
        <ArrowRight className="size-4 shrink-0" />
        <ChoiceBadge choice={after} />
      </span>
    </span>
  );
}

type CreditProps = { credit: NonNullable<HostsWords["credit"]>; bodies: Bodies };

function Credit({ credit, bodies }: CreditProps) {
  const t = useTranslations("wordsPanel");
  const sides = useTranslations("choices");
  const nameOf = useCreditName(bodies);
  const body = credit.paragraph ? undefined : bodies.byId.get(credit.rebuttalId ?? "");
  return (
    <div className="grid gap-1 border-l border-line-strong pl-3 text-sm text-ink-soft">
      <p className="wrap-anywhere">
        <span className="font-semibold">{t("movedBy")}</span>{" "}
        {body === undefined ? nameOf(credit) : t.rich("rebuttal", { words: inSentence(beginningOf(body)) })}
      </p>
      <p className="flex flex-wrap gap-x-4">
        {credit.without && <span>{t("without", { choice: sides(`${credit.without}.name`) })}</span>}
        <span>{t(credit.counts ? "counts" : "doesNotCount")}</span>
      </p>
    </div>
  );
}

type ShowSwitchProps = {
  id: string;
  text: string;
  picked: boolean;
  onPick: (reason: string, on: boolean) => Promise<void>;
};

function ShowSwitch({ id, text, picked, onPick }: ShowSwitchProps) {
  const t = useTranslations("wordsPanel");
  const [isPending, setPending] = useState(false);
  const change = async (on: boolean) => {
    setPending(true);
    await onPick(id, on);
    setPending(false);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control.
    <label className="inline-flex min-h-touch items-center gap-3 text-sm font-semibold">
      <Switch.Root
        checked={picked}
        readOnly={isPending}
        aria-label={t("showNamed", { words: beginningOf(text) })}
        onCheckedChange={(on) => void change(on)}
        className="relative inline-flex h-8 w-14 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-1 transition-colors data-checked:border-ink data-checked:bg-ink"
      >
        <Switch.Thumb className="size-6 rounded-full bg-ink transition-transform data-checked:translate-x-[1.4rem] data-checked:bg-paper" />
      </Switch.Root>
      {t("show")}
    </label>
  );
}
