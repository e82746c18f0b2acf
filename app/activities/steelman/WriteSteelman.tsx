"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { SteelmanDraft } from "#app/activities/steelman/phone.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { otherSide } from "#debate/activities/steelman/rules.ts";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

type WriteSteelmanProps = {
  /** The side that the student voted for last; null if undecided. */
  ownSide: Side | null;
  draft: SteelmanDraft | null;
};

/** The field in which it is written. Saved on the phone at every keystroke. */
export function WriteSteelman({ ownSide, draft }: WriteSteelmanProps) {
  const t = useTranslations("student.steelman");
  const tComposer = useTranslations("student.composer.kept");
  const { desk, settings, you, heldUpBy } = useSeat();
  const storageNote = useStorageNote(desk.steelman);
  const whereSent = useStorageNote();
  const [isTried, setTried] = useState(false);
  const own = you.steelman?.own;
  const body = draft?.body ?? "";
  const side = ownSide ? otherSide(ownSide) : (draft?.side ?? own?.side);
  const write = (change: Partial<SteelmanDraft>) =>
    desk.steelman.change((before) => ({ body: "", ...before, ...change }));
  const said = body.trim();
  const wrong = said === "" ? "body" : countCharacters(said) > BODY_LENGTH ? "tooLong" : null;

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!side || wrong) {
      return goToInvalid(event.currentTarget);
    }
    desk.outbox.put({ name: "steelman:write", payload: { body: said, side } });
    desk.steelman.change(() => null);
    if (heldUpBy) announce(whereSent(tComposer(heldUpBy)));
  };

  return (
    <form noValidate onSubmit={send} className="grid grid-cols-1 gap-4">
      <ClassRule rule={settings.rule} className="text-sm text-ink-soft" />
      {!ownSide && (
        <RadioRow
          name="steelman-side"
          legend={t("side")}
          options={SIDES.map((value) => ({
            value,
            label: value === side ? <Name side={value} /> : <ChoiceBadge choice={value} />,
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
      {own && <p className="text-sm text-ink-soft">{t("again")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="large" className="flex-1 sm:flex-none">
          {t(own ? "sendAgain" : "send")}
        </Button>
        {own && (
          <Button size="large" onClick={() => desk.steelman.change(() => null)}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** On the dark background of the chosen button. */
function Name({ side }: { side: Side }) {
  return useTranslations("choices")(`${side}.name`);
}
