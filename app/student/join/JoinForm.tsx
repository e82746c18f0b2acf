"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { BlockedCookies } from "#app/student/join/BlockedCookies.tsx";
import { openClaim } from "#app/student/join/claim.ts";
import { JoinTrouble, type Trouble } from "#app/student/join/JoinTrouble.tsx";
import { PassField } from "#app/student/join/PassField.tsx";
import { askForSeat, networkWait, type Seated, seatedPageOf } from "#app/student/join/take-seat.ts";
import { useTypedName } from "#app/student/join/use-typed-name.ts";
import { NAME_LENGTH } from "#debate/rules/names.ts";
import { readPass, WORD_LENGTH } from "#debate/rules/passes.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { bindsCodes, type Entry, type Identity } from "#debate/rules/session-options.ts";

type JoinFormProps = {
  code: string;
  identity: Identity;
  entry: Entry;
  refused: Refusal | null;
  /** [Q7] The list of the class has the names. */
  byClass?: boolean | undefined;
  onSeated: (seated: Seated) => void;
};

/** What is said beside the personal code, by the trouble with it. */
const PASS_TROUBLES: Partial<Record<Trouble, "wrong" | "missing" | "used">> = {
  forbidden: "wrong",
  "pass-missing": "missing",
  duplicate: "used",
};

/** [J11] What is said where a word may be asked for. */
const WORD_TROUBLES: Partial<Record<Trouble, "missing" | "tooMany">> = {
  malformed: "missing",
  "too-many": "tooMany",
};

/** The field that a trouble is about. */
const FIELD_OF: Partial<Record<Trouble, string>> = {
  malformed: "name",
  "too-long": "name",
  forbidden: "pass",
  "pass-missing": "pass",
  duplicate: "pass",
};

/** Takes a seat. A plain form that posts; with scripts the same without leaving the page. */
export function JoinForm({ code, identity, entry, refused, byClass = false, onSeated }: JoinFormProps) {
  const t = useTranslations("student.join");
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(refused);
  const [minutes, setMinutes] = useState(0);
  const [isPending, startTransition] = useTransition();
  const [claim] = useState(() => openClaim(code));
  const form = useRef<HTMLFormElement>(null);
  const { onInput, forget } = useTypedName(form, code);
  const asksName = identity !== "anonymous" && !byClass;
  const asksPass = entry === "personal";
  const claims = bindsCodes({ identity, entry });
  const isName = asksName && (trouble === "malformed" || trouble === "too-long");
  const wordTrouble = claims && trouble !== null && WORD_TROUBLES[trouble];
  const passTrouble = asksPass && trouble !== null && PASS_TROUBLES[trouble];

  const join = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const [name, pass, word] = [textOf(fields, "name"), textOf(fields, "pass"), textOf(fields, "word")];
    const asked = { name, pass, word, claim: claim() };
    const stop = (why: Trouble) => {
      setTrouble(why);
      const field = form.elements.namedItem(FIELD_OF[why] ?? "");
      if (field instanceof HTMLInputElement) field.focus();
    };
    if (asksPass && asked.pass === "") return stop("pass-missing");
    if (asksPass && readPass(asked.pass) === null) return stop("forbidden");
    if (asksName && identity === "named" && asked.name === "") return stop("malformed");
    if (asked.name.length > NAME_LENGTH) return stop("too-long");
    startTransition(async () => {
      const seated = await askForSeat(code, asked);
      if (!seated.ok) {
        const wait = networkWait(seated.answer);
        setMinutes(wait);
        // Its list was deleted meanwhile: the page asks for a name then.
        if (byClass && seated.code === "malformed") return startTransition(() => router.refresh());
        return startTransition(() => stop(wait > 0 ? "network-full" : seated.code));
      }
      forget();
      const taken = seatedPageOf(seated.value);
      startTransition(() => (taken ? onSeated(taken) : router.refresh()));
      const given = taken?.page.seat.you.name;
      if (isNumbered(given, asked.name)) toast.info(t("nameTaken", { name: isolated(given) }));
    });
  };

  return (
    <form
      ref={form}
      onInput={onInput}
      method="post"
      action={`/api/sessions/${code}/join`}
      onSubmit={join}
      noValidate
      className="grid gap-5"
    >
      <BlockedCookies isRefused={trouble === "no-cookie"} />
      {trouble && trouble !== "no-cookie" && !isName && !passTrouble && (
        <Notice kind="error">
          {wordTrouble ? t(`word.${wordTrouble}`) : <JoinTrouble trouble={trouble} minutes={minutes} />}
        </Notice>
      )}
      {asksPass && <PassField error={passTrouble && t(`pass.${passTrouble}`)} />}
      {claims && <WordField isUsed={trouble === "duplicate"} />}
      {asksName && (
        <Field
          name="name"
          dir="auto"
          autoComplete={identity === "named" ? "name" : "off"}
          label={t(`name.${identity}`)}
          hint={t(`nameHint.${identity}`)}
          optional={identity === "pseudonym"}
          required={identity === "named"}
          error={isName && t(trouble === "too-long" ? "nameTooLong" : "nameMissing")}
        />
      )}
      <Button
        worksWithoutScripts
        type="submit"
        variant="primary"
        size="large"
        pending={isPending}
        className="w-full"
      >
        {t("join")}
      </Button>
    </form>
  );
}

/** [J10] Takes the place of the claim where no scripts run. With scripts it is asked for only where the code is used. */
function WordField({ isUsed }: { isUsed: boolean }) {
  const t = useTranslations("student.join.word");
  const field = (
    <Field
      name="word"
      required={!isUsed}
      optional={isUsed}
      minLength={WORD_LENGTH.least}
      maxLength={WORD_LENGTH.most}
      dir="auto"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      label={t("label")}
      hint={t(isUsed ? "hintUsed" : "hint")}
    />
  );
  return isUsed ? field : <noscript>{field}</noscript>;
}

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? "").trim();

/** [J5] Whether someone with the chosen name was there before. */
function isNumbered(given: string | undefined, chosen: string): given is string {
  return chosen !== "" && given !== undefined && given.startsWith(`${chosen} (`);
}
