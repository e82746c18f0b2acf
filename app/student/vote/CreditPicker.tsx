"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ChevronDown } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { focusItem } from "#app/shared/controls/focus-item.ts";
import { directionOf } from "#app/shared/text/direction.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { isMine } from "#app/student/argue/rebuttal-list.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { MyCredit } from "#debate/rules/snapshot.ts";

type CreditPickerProps = {
  kind: "rebuttal" | "paragraph";
  /** [F1] Whether it stands in place of what had the focus. */
  takesFocus?: boolean | undefined;
  onGive: (target: MyCredit) => void;
};

/** Everything that could have moved a vote: what I found persuasive first, never my own. */
export function CreditPicker({ kind, ...props }: CreditPickerProps) {
  return kind === "rebuttal" ? <RebuttalPicker {...props} /> : <ParagraphPicker {...props} />;
}

type PickerProps = Omit<CreditPickerProps, "kind">;

function Prompt({ takesFocus = false, children }: Pick<PickerProps, "takesFocus"> & { children: ReactNode }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [takesFocus]);
  return (
    <p ref={place} tabIndex={-1} className="text-sm text-ink-soft outline-none">
      {children}
    </p>
  );
}

/** [F9] As many as a phone shows without scrolling, with the question. */
const AT_FIRST = 4;

function RebuttalPicker({ takesFocus, onGive }: PickerProps) {
  const t = useTranslations("student.credit");
  const { state, you } = useSeat();
  const [showsAll, setShowsAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const endorsed = new Set(you.endorsed);
  const rebuttals = [...state.rebuttals.values()]
    .filter((rebuttal) => rebuttal.status === "published" && !isMine(rebuttal, you))
    .sort(
      (one, other) => Number(endorsed.has(other.id)) - Number(endorsed.has(one.id)) || one.rank - other.rank,
    );
  if (rebuttals.length === 0) return <p className="text-sm text-ink-soft">{t("noRebuttals")}</p>;
  const shown = showsAll ? rebuttals : rebuttals.slice(0, AT_FIRST);
  return (
    <div className="grid gap-2">
      <Prompt takesFocus={takesFocus}>{t("pickRebuttal")}</Prompt>
      <ul ref={list} className="grid gap-2">
        {shown.map((rebuttal) => (
          <Option key={rebuttal.id} onPress={() => onGive({ rebuttalId: rebuttal.id })}>
            <span className="mb-1 flex flex-wrap items-center gap-x-3 text-sm">
              <ChoiceBadge choice={rebuttal.side} />
              {endorsed.has(rebuttal.id) && <span className="text-ink-soft">{t("youEndorsed")}</span>}
            </span>
            <Written className="line-clamp-3">{rebuttal.body}</Written>
          </Option>
        ))}
      </ul>
      {shown.length < rebuttals.length && (
        <Button
          onClick={() => {
            setShowsAll(true);
            focusItem(list.current, AT_FIRST);
          }}
        >
          {t("showAll", { count: rebuttals.length })}
        </Button>
      )}
    </div>
  );
}

function ParagraphPicker({ takesFocus, onGive }: PickerProps) {
  const t = useTranslations("student.credit");
  const { debate } = useSeat();
  if (!debate) return <p className="text-sm text-ink-soft">{t("noText")}</p>;
  return (
    <div className="grid gap-2">
      <Prompt takesFocus={takesFocus}>{t("pickParagraph")}</Prompt>
      {debate.positions.map(({ side, expert, paragraphs }) => (
        // [F9] One at a time, so that it fits a screen, and none at first, so that neither side is ahead.
        <details key={side} name="credited-side" className="group grid gap-2">
          <summary className="flex min-h-touch list-none flex-wrap items-center gap-x-3 [&::-webkit-details-marker]:hidden">
            <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
            <ChoiceBadge choice={side} />
            <Written as="bdi">{expert.name}</Written>
          </summary>
          <ul className="grid gap-2">
            {paragraphs.map(({ n, text }) => (
              <Option key={n} onPress={() => onGive({ paragraph: { side, n } })}>
                <span dir={directionOf(text)} className="flex gap-3">
                  <span className="text-sm text-ink-soft tabular-nums">{n}</span>
                  <Written className="line-clamp-2 font-serif">{text}</Written>
                </span>
              </Option>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Option({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <li>
      <button
        type="button"
        onClick={onPress}
        className="min-h-touch w-full rounded-control border border-line-strong bg-surface px-4 py-2 text-left hover:bg-sunken"
      >
        {children}
      </button>
    </li>
  );
}
