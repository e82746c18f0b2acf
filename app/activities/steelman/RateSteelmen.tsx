"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { useUnsentField } from "#app/student/offline/use-unsent-field.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import type { GivenSteelman } from "#debate/activities/steelman/rules.ts";
import { WHY_LENGTH } from "#debate/activities/steelman/terms.ts";
import type { Side } from "#debate/rules/choices.ts";
import { isForNow } from "#debate/rules/result.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** [P18] The texts that this student was given: what others think is the best argument of the own side. */
export function RateSteelmen({ side }: { side: Side }) {
  const t = useTranslations("student.steelman");
  const { live, you, heldUpBy } = useSeat();
  const [state, setState] = useState<"idle" | "pending" | "none" | "failed">("idle");
  const heading = useRef<HTMLHeadingElement>(null);
  const given = you.steelman?.given ?? [];
  const isOpen = given.some(({ fair }) => fair === undefined);
  const ask = async () => {
    setState("pending");
    const answer = await live.send("steelman:ask", {});
    setState(answer.ok ? (answer.given ? "idle" : "none") : isForNow(answer) ? "failed" : "none");
    // [F1] The button goes once there is a text.
    if (answer.ok && answer.given) heading.current?.focus();
  };
  return (
    <section aria-labelledby="rate-steelmen" className="grid grid-cols-1 gap-4 border-t-2 border-ink pt-5">
      <div className="grid gap-1">
        <h2 ref={heading} id="rate-steelmen" tabIndex={-1} className="font-serif text-2xl outline-none">
          {t("rateTitle")}
        </h2>
        <p className="text-ink-soft text-pretty">{t(`rateLead.${side}`)}</p>
      </div>
      {given.map((text) => (
        <Given key={text.id} text={text} />
      ))}
      {!isOpen && (
        <div className="grid justify-items-start gap-2">
          <Button pending={state === "pending"} disabled={heldUpBy !== null} onClick={ask}>
            {t(given.length === 0 ? "ask" : "askAnother")}
          </Button>
          <p role="status" className="text-sm text-ink-soft empty:hidden">
            {state === "none" && t("none")}
            {state === "failed" && t("failed")}
          </p>
        </div>
      )}
    </section>
  );
}

function Given({ text }: { text: GivenSteelman }) {
  const t = useTranslations("student.steelman");
  const waiting = useWaiting();
  const sent = waiting.find(
    (item) => item.name === "steelman:rate" && !item.refused && item.payload.steelmanId === text.id,
  );
  // [P17] What waits may be of the words before.
  const isOfThese = sent?.name === "steelman:rate" && (sent.payload.words ?? text.body) === text.body;
  const stored = isOfThese ? sent.payload : text;
  const [isChanging, setChanging] = useState(false);
  const [wordsAtFirst] = useState(text.body);
  const headingId = useId();
  const isAnswered = stored.fair !== undefined && !isChanging;
  return (
    <article
      aria-labelledby={headingId}
      className="grid grid-cols-1 gap-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <h3 id={headingId}>
        <ChoiceBadge choice={text.side} />
      </h3>
      <Written as="p" className="font-serif text-lg whitespace-pre-line wrap-anywhere">
        {text.body}
      </Written>
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {stored.fair === undefined && text.body !== wordsAtFirst && t("rewritten")}
      </p>
      {isAnswered ? (
        <div className="grid justify-items-start gap-2 border-t border-line pt-3">
          <p>{t("given", { answer: t(stored.fair ? "fair" : "notFair") })}</p>
          {stored.why && (
            <Written as="p" className="text-ink-soft wrap-anywhere">
              {stored.why}
            </Written>
          )}
          <Button size="small" variant="quiet" className="-ms-3" onClick={() => setChanging(true)}>
            {t("change")}
          </Button>
        </div>
      ) : (
        <Rate key={text.body} text={text} stored={stored} onSent={() => setChanging(false)} />
      )}
    </article>
  );
}

type RateProps = {
  text: GivenSteelman;
  /** The newest answer, also one that waits for a connection. */
  stored: { fair?: boolean; why?: string | undefined };
  onSent: () => void;
};

function Rate({ text: { id, body }, stored: { fair: before, why: whyBefore = "" }, onSent }: RateProps) {
  const t = useTranslations("student.steelman");
  const { desk } = useSeat();
  const [fair, setFair] = useState(before === undefined ? null : before ? "fair" : "notFair");
  const [why = whyBefore, keepWhy] = useUnsentField(`rating ${id}`, body);
  const [isTried, setTried] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const said = why.trim();
    if (fair === null || countCharacters(said) > WHY_LENGTH) return goToInvalid(event.currentTarget);
    desk.outbox.put({
      name: "steelman:rate",
      payload: { steelmanId: id, words: body, fair: fair === "fair", ...(said !== "" && { why: said }) },
    });
    keepWhy(null);
    announce(t("thanks"));
    onSent();
  };
  return (
    <form noValidate onSubmit={send} className="grid grid-cols-1 gap-4 border-t border-line pt-3">
      <RadioRow
        name={`fair-${id}`}
        legend={t("isFair")}
        options={(["fair", "notFair"] as const).map((value) => ({ value, label: t(value) }))}
        value={fair}
        onChoose={setFair}
        error={isTried && fair === null ? t("missing.answer") : undefined}
      />
      <Field
        optional
        dir="auto"
        label={t("why")}
        hint={t("whyHint")}
        limit={WHY_LENGTH}
        value={why}
        onChange={(event) => keepWhy(event.target.value)}
      />
      <Button type="submit" variant="primary" className="justify-self-start">
        {t("rate")}
      </Button>
    </form>
  );
}
