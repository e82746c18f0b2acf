"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Check } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceMark } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useUnsentField } from "#app/student/offline/use-unsent-field.ts";
import { CreditPicker } from "#app/student/vote/CreditPicker.tsx";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { TYPING, useBallot } from "#app/student/vote/use-ballot.ts";
import { useTyping } from "#app/student/vote/use-typing.ts";
import { replacing } from "#debate/activities/replacing.ts";
import { lengthOfWhy, WHY_TO_COUNT } from "#debate/counting/credit.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { present } from "#debate/rules/present.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import type { MyCredit } from "#debate/rules/snapshot.ts";

const KINDS = ["nothing", "rebuttal", "paragraph"] as const;
type Kind = (typeof KINDS)[number];

/** What moved me, asked with the vote after the debate; never required. */
export function CreditQuestion() {
  const t = useTranslations("student.credit");
  const { settings } = useSeat();
  const { ballot, cast } = useBallot("after");
  // [P22] An activity in their place leaves no rebuttals to name.
  const kinds = KINDS.filter((value) => value !== "rebuttal" || !replacing("rebuttal", settings));
  const [asked, setAsked] = useState<Kind | null>(null);
  const [hasPicked, setHasPicked] = useState(false);
  const credit = ballot?.credit ?? {};
  const named = kindOf(credit);
  // A ballot that names nothing does not tell that nothing moved me: this phone remembers it.
  const [chosen, keepChosen] = useUnsentField("credit kind");
  const kind = asked ?? named ?? (chosen === "nothing" ? chosen : null);
  // What was said of the last pick, given back to the next one after “Nothing”.
  const [aside, keepAside] = useUnsentField("credit aside");
  const about = { ...readAbout(aside), ...aboutOf(credit) };

  const choose = (next: Kind) => {
    setAsked(next);
    keepChosen(next === "nothing" ? next : null);
    if (next !== "nothing") return;
    keepAside(JSON.stringify(about));
    cast({ credit: {} });
  };
  const give = (target: MyCredit) => {
    setAsked(null);
    setHasPicked(true);
    cast({ credit: { ...about, ...target } });
    keepAside(null);
  };

  return (
    <div className="grid gap-5">
      <RadioRow
        optional
        name="credit"
        legend={t("question")}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={kind}
        onChoose={(value) => choose(value as Kind)}
      />
      {named && kind !== named && <StillCounts credit={credit} />}
      {kind && kind !== "nothing" && kind !== named && <CreditPicker kind={kind} onGive={give} />}
      {named && named === kind && (
        <>
          <Credited credit={credit} takesFocus={hasPicked} onGive={give} />
          <RadioRow
            name="without"
            legend={t("without")}
            options={CHOICES.map((value) => ({
              value,
              label: <ChoiceLabel choice={value} isChosen={value === credit.without} />,
            }))}
            value={credit.without ?? null}
            onChoose={(value) => cast({ credit: { ...credit, without: value as Choice } })}
          />
          <Why credit={credit} />
        </>
      )}
    </div>
  );
}

const aboutOf = ({ without, why }: MyCredit): Pick<MyCredit, "without" | "why"> => present({ without, why });

function readAbout(kept = "{}"): Pick<MyCredit, "without" | "why"> {
  const { without, why } = JSON.parse(kept);
  return present({ without, why });
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
  const missing = WHY_TO_COUNT - lengthOfWhy(typing.value);
  // [C2] As many as are missing in the language of the page.
  const count = useLocale() === "ja" ? Math.ceil(missing / 2) : missing;
  return (
    <Field
      {...{ multiline: true, optional: true, rows: 3, dir: "auto", limit: REASON_LENGTH }}
      label={t("why")}
      hint={sentences(missing > 0 ? t("toCount", { count }) : t("counts"), words("hint"))}
      {...typing}
    />
  );
}

/** What was picked, in its own words; undefined where it is no longer there. */
function useCreditedWords({ rebuttalId, paragraph }: MyCredit): string | undefined {
  const { state, debate } = useSeat();
  if (rebuttalId !== undefined) return state.rebuttals.get(rebuttalId)?.body;
  const position = debate?.positions.find(({ side }) => side === paragraph?.side);
  return position?.paragraphs.find(({ n }) => n === paragraph?.n)?.text;
}

/** While another kind is chosen, and nothing of it picked. */
function StillCounts({ credit }: { credit: MyCredit }) {
  const t = useTranslations("student.credit");
  return (
    <div className="grid gap-1 text-sm text-ink-soft">
      <p>{t("stillCounts")}</p>
      <Written as="p" className="line-clamp-2 border-s-2 border-line-strong ps-3 font-serif">
        {useCreditedWords(credit) ?? t("gone")}
      </Written>
    </div>
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
  const kind = credit.rebuttalId === undefined ? "paragraph" : "rebuttal";
  const words = useCreditedWords(credit);
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
