"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#app/shared/Button.tsx";
import { ChoiceBadge } from "#app/shared/ChoiceMark.tsx";
import { isMine } from "#app/student/argue/rebuttal-list.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { MyCredit } from "#debate/rules/snapshot.ts";

type CreditPickerProps = { kind: "rebuttal" | "paragraph"; onGive: (target: MyCredit) => void };

/** Everything that could have moved a vote: what I found persuasive first, never my own. */
export function CreditPicker({ kind, onGive }: CreditPickerProps) {
  return kind === "rebuttal" ? <RebuttalPicker onGive={onGive} /> : <ParagraphPicker onGive={onGive} />;
}

const AT_FIRST = 6;

function RebuttalPicker({ onGive }: Pick<CreditPickerProps, "onGive">) {
  const t = useTranslations("student.credit");
  const { state, you } = useSeat();
  const [showsAll, setShowsAll] = useState(false);
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
      <p className="text-sm text-ink-soft">{t("pickRebuttal")}</p>
      <ul className="grid gap-2">
        {shown.map((rebuttal) => (
          <Option key={rebuttal.id} onPress={() => onGive({ rebuttalId: rebuttal.id })}>
            <span className="mb-1 flex flex-wrap items-center gap-x-3 text-sm">
              <ChoiceBadge choice={rebuttal.side} />
              {endorsed.has(rebuttal.id) && <span className="text-ink-soft">{t("youEndorsed")}</span>}
            </span>
            <span dir="auto" className="line-clamp-3">
              {rebuttal.body}
            </span>
          </Option>
        ))}
      </ul>
      {shown.length < rebuttals.length && (
        <Button onClick={() => setShowsAll(true)}>{t("showAll", { count: rebuttals.length })}</Button>
      )}
    </div>
  );
}

function ParagraphPicker({ onGive }: Pick<CreditPickerProps, "onGive">) {
  const t = useTranslations("student.credit");
  const { debate } = useSeat();
  if (!debate) return <p className="text-sm text-ink-soft">{t("noText")}</p>;
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">{t("pickParagraph")}</p>
      {debate.positions.map(({ side, expert, paragraphs }) => (
        <section key={side} className="grid gap-2">
          <h3 className="flex flex-wrap items-center gap-x-3 text-sm">
            <ChoiceBadge choice={side} />
            <bdi>{expert.name}</bdi>
          </h3>
          <ul className="grid gap-2">
            {paragraphs.map(({ n, text }) => (
              <Option key={n} onPress={() => onGive({ paragraph: { side, n } })}>
                <span className="flex gap-3">
                  <span className="text-sm text-ink-soft tabular-nums">{n}</span>
                  <span dir="auto" className="line-clamp-2 font-serif">
                    {text}
                  </span>
                </span>
              </Option>
            ))}
          </ul>
        </section>
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
        className="min-h-touch w-full rounded-control border border-line-strong bg-surface px-4 py-3 text-left hover:bg-sunken"
      >
        {children}
      </button>
    </li>
  );
}
