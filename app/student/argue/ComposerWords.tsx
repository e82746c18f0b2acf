"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PHONE_ARGUE } from "#app/activities/phone-argue.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import { hasGap, type Missing, missingIn } from "#app/student/argue/rebuttal-draft.ts";
import { useDraft, whole } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { isOn } from "#debate/activities/open.ts";
import type { Side } from "#debate/rules/choices.ts";
import { BODY_LENGTH, GAP } from "#debate/rules/rebuttal-terms.ts";

/** Scrolls the whole field with its label and counter into view: focus alone shows only the current line. */
function goTo(field: HTMLElement | null): void {
  field?.focus();
  field?.parentElement?.scrollIntoView({ block: "nearest" });
}

/** [X12] [X17] So that typing fills it in. */
function pickGap(field: HTMLTextAreaElement | null): void {
  requestAnimationFrame(() => {
    const at = field?.value.indexOf(GAP) ?? -1;
    goTo(field);
    if (at >= 0) field?.setSelectionRange(at, at + GAP.length);
  });
}

type WordsProps = { side: Side | undefined; isTried: boolean; isAsked: boolean };

/** The words of a rebuttal, what they begin with, and what goes with them. `isAsked`: whether a gap may stay. */
export function ComposerWords({ side, isTried, isAsked }: WordsProps) {
  const t = useTranslations("student.composer");
  const { desk, settings } = useSeat();
  const aids = PHONE_ARGUE.filter(({ name, composer }) => composer && isOn(name, settings));
  const draft = useDraft(whole);
  const field = useRef<HTMLTextAreaElement>(null);
  // [F1] Where one writes, and not on the button that closes. After the dialog, which focuses its first control.
  useEffect(() => {
    const frame = requestAnimationFrame(() => goTo(field.current));
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    if (isAsked) pickGap(field.current);
  }, [isAsked]);
  const storageNote = useStorageNote(desk.drafts);
  if (!draft) return null;
  const missing: Missing = isTried ? missingIn({ ...draft, side }) : {};
  return (
    <>
      {!draft.edits &&
        aids.map(
          ({ name, composer }) =>
            composer && <composer.Beginnings key={name} onBegun={() => pickGap(field.current)} />,
        )}
      <Field
        multiline
        ref={field}
        rows={5}
        dir="auto"
        label={t("body")}
        hint={hasGap(draft) ? t("gapHint") : storageNote(t("bodyHint"))}
        limit={BODY_LENGTH}
        error={missing.body ? t(`missing.${missing.body}`) : isAsked && t("missing.gap")}
        value={draft.body}
        onChange={(event) => desk.drafts.write({ body: event.target.value })}
      />
      <Details
        label={t(aids.length > 0 ? "addMore" : "addSource")}
        isOpened={missingIn({ ...draft, side }).source === true}
      >
        <Field
          optional
          type="url"
          inputMode="url"
          autoComplete="off"
          dir="ltr"
          label={t("source")}
          hint={t("sourceHint")}
          error={missing.source && t("missing.source")}
          value={draft.source}
          onChange={(event) => desk.drafts.write({ source: event.target.value })}
        />
        {aids.map(({ name, composer }) => composer && <composer.Checks key={name} />)}
      </Details>
    </>
  );
}

type DetailsProps = { label: string; isOpened: boolean; children: ReactNode };

/** What few need, behind one control. `isOpened`: something in it is wrong. */
function Details({ label, isOpened, children }: DetailsProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <details open={isUnfolded || isOpened} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary className="min-h-touch cursor-pointer content-center font-semibold">{label}</summary>
      <div className="mt-2 grid gap-5">{children}</div>
    </details>
  );
}
