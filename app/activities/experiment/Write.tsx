"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { ExperimentDraft } from "#app/activities/experiment/phone.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import type { OwnExperiment } from "#debate/activities/experiment/rules.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

type WriteProps = { own: OwnExperiment; draft: ExperimentDraft | null };

/** [M28] The field for the best argument of the other side. Saved on the phone at every keystroke. */
export function WriteForOtherSide({ own, draft }: WriteProps) {
  const t = useTranslations("student.experiment");
  const tComposer = useTranslations("student.composer.kept");
  const { desk, settings, heldUpBy } = useSeat();
  const storageNote = useStorageNote(desk.experiment);
  const whereSent = useStorageNote();
  const tSides = useTranslations("choices");
  const [isTried, setTried] = useState(false);
  const body = draft?.body ?? "";
  const side = own.side ?? draft?.side ?? own.written?.side;
  const write = (change: Partial<ExperimentDraft>) =>
    desk.experiment.change((before) => ({ body: "", ...before, ...change }));
  const said = body.trim();
  const wrong = said === "" ? "body" : countCharacters(said) > BODY_LENGTH ? "tooLong" : null;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!side || wrong) return goToInvalid(event.currentTarget);
    desk.outbox.put({ name: "experiment:write", payload: { body: said, side } });
    desk.experiment.change(() => null);
    if (heldUpBy) announce(whereSent(tComposer(heldUpBy)));
  };

  return (
    <form noValidate onSubmit={send} className="grid grid-cols-1 gap-4">
      <ClassRule rule={settings.rule} className="text-sm text-ink-soft" />
      {!own.side && (
        <RadioRow
          name="experiment-side"
          legend={t("side")}
          options={SIDES.map((value) => ({
            value,
            label: value === side ? tSides(`${value}.name`) : <ChoiceBadge choice={value} />,
          }))}
          value={side ?? null}
          onChoose={(value) => write({ side: value as Side })}
          error={isTried && !side ? t("missing.side") : undefined}
        />
      )}
      <Field
        multiline
        rows={6}
        dir="auto"
        label={t("body", { side: side ?? "other" })}
        hint={storageNote(t("bodyHint"))}
        limit={BODY_LENGTH}
        error={isTried && wrong && t(`missing.${wrong}`)}
        value={body}
        onChange={(event) => write({ body: event.target.value })}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="large" className="flex-1 sm:flex-none">
          {t(own.written ? "sendAgain" : "send")}
        </Button>
        {own.written && (
          <Button size="large" onClick={() => desk.experiment.change(() => null)}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

type Sent = Extract<Waiting, { name: "experiment:write" }>;

/** What the student has written, and whether the server has it. */
export function WrittenForOtherSide({ sent }: { sent: Sent | undefined }) {
  const t = useTranslations("student.experiment");
  const tRefusals = useTranslations("refusals");
  const { desk, you } = useSeat();
  const text = sent?.payload ?? you.experiment?.written;
  if (!text) return null;
  const rewrite = () => {
    desk.experiment.change(() => ({ body: text.body, ...(text.side && { side: text.side }) }));
    if (sent) desk.outbox.putAside(sent);
  };
  return (
    <section
      aria-labelledby="written-for-other-side"
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-line-strong bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="written-for-other-side" className="font-serif text-xl">
          {t("yours")}
        </h2>
        {text.side && <ChoiceBadge choice={text.side} />}
      </div>
      <Written as="p" className="font-serif whitespace-pre-line wrap-anywhere">
        {text.body}
      </Written>
      <p role="status" className="text-sm text-ink-soft">
        {sent?.refused ? tRefusals(sent.refused) : t(sent ? "sending" : "saved")}
      </p>
      <div>
        <Button onClick={rewrite}>{t("edit")}</Button>
      </div>
    </section>
  );
}
