"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useKeptField } from "#app/student/offline/use-kept-field.ts";
import { CreditPicker } from "#app/student/vote/CreditPicker.tsx";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { TYPING, useBallot } from "#app/student/vote/use-ballot.ts";
import { useTyping } from "#app/student/vote/use-typing.ts";
import { WHY_TO_COUNT } from "#debate/counting/credit.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttals.ts";
import type { MyCredit } from "#debate/rules/snapshot.ts";

const KINDS = ["nothing", "rebuttal", "paragraph"] as const;
type Kind = (typeof KINDS)[number];

/** What moved me, asked with the vote after the debate; never required. */
export function CreditQuestion() {
  const t = useTranslations("student.credit");
  const { ballot, cast } = useBallot("after");
  const [asked, setAsked] = useState<Kind | null>(null);
  const [hasPicked, setHasPicked] = useState(false);
  const credit = ballot?.credit ?? {};
  const named = kindOf(credit);
  // A ballot that names nothing does not tell that nothing moved me: this phone remembers it.
  const [chosen, keepChosen] = useKeptField("credit kind");
  const kind = asked ?? named ?? (chosen === "nothing" ? chosen : null);
  const { without, why } = credit;
  const about = { ...(without && { without }), ...(why && { why }) };

  const choose = (next: Kind) => {
    setAsked(next);
    keepChosen(next === "nothing" ? next : null);
    if (next === "nothing") cast({ credit: {} });
  };
  const give = (target: MyCredit) => {
    setAsked(null);
    setHasPicked(true);
    cast({ credit: { ...about, ...target } });
  };

  return (
    <div className="grid gap-5">
      <RadioRow
        optional
        name="credit"
        legend={t("question")}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChoose={(value) => choose(value as Kind)}
      />
      {kind && kind !== "nothing" && kind !== named && <CreditPicker kind={kind} onGive={give} />}
      {named && named === kind && (
        <>
          <Credited credit={credit} takesFocus={hasPicked} onGive={give} />
          <RadioRow
            name="without"
            legend={t("without")}
            options={CHOICES.map((value) => ({
              value,
              label: <ChoiceLabel choice={value} isChosen={value === without} />,
            }))}
            value={without ?? null}
            onChoose={(value) => cast({ credit: { ...credit, without: value as Choice } })}
          />
          <Why credit={credit} />
        </>
      )}
    </div>
  );
}

function kindOf(credit: MyCredit): Kind | null {
  if (credit.rebuttalId !== undefined) return "rebuttal";
  return credit.paragraph ? "paragraph" : null;
}

function ChoiceLabel({ choice, isChosen }: { choice: Choice; isChosen: boolean }) {
  const t = useTranslations("choices");
  return (
    <span className="grid justify-items-center gap-1 text-sm">
      {isChosen ? (
        <Check aria-hidden="true" className="size-5" strokeWidth={3} />
      ) : (
        <ChoiceMark choice={choice} className="size-5!" />
      )}
      {t(`${choice}.name`)}
    </span>
  );
}

function Why({ credit }: { credit: MyCredit }) {
  const t = useTranslations("student.credit");
  const words = useTranslations("words");
  const { sentences } = useJoined();
  const { cast } = useBallot("after");
  const { rebuttalId, paragraph } = credit;
  const target = rebuttalId ?? `${paragraph?.side} ${paragraph?.n}`;
  const save = (why: string) => cast({ credit: { ...credit, why } }, TYPING);
  const typing = useTyping(`credit of ${target}`, credit.why ?? "", save);
  const missing = WHY_TO_COUNT - [...typing.value.trim()].length;
  return (
    <Field
      {...{ multiline: true, optional: true, rows: 3, dir: "auto", limit: REASON_LENGTH }}
      label={t("why")}
      hint={sentences(missing > 0 ? t("toCount", { count: missing }) : t("counts"), words("hint"))}
      {...typing}
    />
  );
}

type CreditedProps = { credit: MyCredit; takesFocus: boolean; onGive: (target: MyCredit) => void };

/** What was picked, in its own words, and a way to pick something else. */
function Credited({ credit, takesFocus, onGive }: CreditedProps) {
  const t = useTranslations("student.credit");
  const [isChanging, setIsChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const wordsId = useId();
  // [F1] What was pressed has left the page.
  const hasFocus = takesFocus && !isChanging;
  useEffect(() => {
    if (hasFocus) change.current?.focus();
  }, [hasFocus]);
  const { state, debate } = useSeat();
  const kind = credit.rebuttalId === undefined ? "paragraph" : "rebuttal";
  const position = debate?.positions.find(({ side }) => side === credit.paragraph?.side);
  const paragraph = position?.paragraphs.find(({ n }) => n === credit.paragraph?.n);
  const words = kind === "paragraph" ? paragraph?.text : state.rebuttals.get(credit.rebuttalId ?? "")?.body;
  if (isChanging)
    return (
      <CreditPicker
        takesFocus
        kind={kind}
        onGive={(target) => {
          setIsChanging(false);
          onGive(target);
        }}
      />
    );
  return (
    <div className="flex items-start gap-3 rounded-control border border-line bg-surface p-4">
      <Written as="p" id={wordsId} className="line-clamp-4 min-w-0 flex-1 font-serif">
        {words ?? t("gone")}
      </Written>
      <Button ref={change} size="small" aria-describedby={wordsId} onClick={() => setIsChanging(true)}>
        {t("change")}
      </Button>
    </div>
  );
}
