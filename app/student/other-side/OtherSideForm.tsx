"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { goToInvalid } from "#app/shared/controls/FieldError.tsx";
import { announce } from "#app/shared/notices/announce.ts";
import type { StoredValue } from "#app/shared/storage/stored-value.ts";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { ClassRule } from "#app/student/join/ClassRule.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import type { OtherSideDraft } from "#app/student/other-side/other-side-draft.ts";
import { RadioRow } from "#app/student/vote/RadioRow.tsx";
import { SIDES, type Side } from "#debate/rules/choices.ts";
import { BODY_LENGTH } from "#debate/rules/rebuttal-terms.ts";
import { countCharacters } from "#debate/rules/text.ts";

type OtherSideFormProps = {
  /** The side to argue for; null for a student who may choose. */
  side: Side | null;
  draft: OtherSideDraft | null;
  /** Saved on the phone at every keystroke; null while nothing is being written. */
  kept: StoredValue<OtherSideDraft | null>;
  /** What was written before, if anything was. */
  before: { side: Side } | undefined;
  /** What the button says, and above it what a new version means. */
  send: string;
  note?: string;
  onSend: (written: { body: string; side: Side }) => void;
};

/** The field for the best argument of the other side. */
export function OtherSideForm({ side: fixed, draft, kept, before, send, note, onSend }: OtherSideFormProps) {
  const t = useTranslations("student.otherSide");
  const tComposer = useTranslations("student.composer.kept");
  const { settings, heldUpBy } = useSeat();
  const storageNote = useStorageNote(kept);
  const whereSent = useStorageNote();
  const [isTried, setTried] = useState(false);
  const body = draft?.body ?? "";
  const side = fixed ?? draft?.side ?? before?.side;
  const write = (change: Partial<OtherSideDraft>) =>
    kept.change((earlier) => ({ body: "", ...earlier, ...change }));
  const said = body.trim();
  const wrong = said === "" ? "body" : countCharacters(said) > BODY_LENGTH ? "tooLong" : null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!side || wrong) return goToInvalid(event.currentTarget);
    onSend({ body: said, side });
    kept.change(() => null);
    if (heldUpBy) announce(whereSent(tComposer(heldUpBy)));
  };

  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <ClassRule rule={settings.rule} className="text-sm text-ink-soft" />
      {!fixed && (
        <RadioRow
          name="other-side"
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
      {note && <p className="text-sm text-ink-soft">{note}</p>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="large" className="flex-1 sm:flex-none">
          {send}
        </Button>
        {before && (
          <Button size="large" onClick={() => kept.change(() => null)}>
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
