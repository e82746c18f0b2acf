"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useSyncExternalStore, useTransition } from "react";
import { ask, type Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { BlockedCookies } from "#app/student/join/BlockedCookies.tsx";
import { openClaim } from "#app/student/join/claim.ts";
import { useTypedName } from "#app/student/join/use-typed-name.ts";
import type { SeatedPage, TakenSeat } from "#debate/protocol/pages.ts";
import { NAME_LENGTH } from "#debate/rules/names.ts";
import { passIn, readPass, spacedPass, WORD_LENGTH } from "#debate/rules/passes.ts";
import type { Refusal } from "#debate/rules/result.ts";
import { bindsCodes, type Entry, type Identity } from "#debate/rules/session-options.ts";

/** The personal code in the link that led here, which only a browser knows; null without one. */
const useLinkPass = (): string | null =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener("hashchange", changed);
      return () => window.removeEventListener("hashchange", changed);
    },
    () => passIn(window.location.hash),
    () => null,
  );

/** What the answer to a join holds: everything that the room starts from. */
export type Seated = { page: SeatedPage; ticket: string };

type JoinFormProps = {
  code: string;
  identity: Identity;
  entry: Entry;
  refused: Refusal | null;
  onSeated: (seated: Seated) => void;
};
type Trouble = Failure | "pass-missing" | "network-full";
type Asked = { name: string; pass: string; claim: string; word: string };

/** A server that seats a hall may be slow; in milliseconds. */
const JOIN_WITHIN = 60_000;

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
export function JoinForm({ code, identity, entry, refused, onSeated }: JoinFormProps) {
  const t = useTranslations("student.join");
  const router = useRouter();
  const [trouble, setTrouble] = useState<Trouble | null>(refused);
  const [minutes, setMinutes] = useState(0);
  const [isPending, startTransition] = useTransition();
  const [claim] = useState(() => openClaim(code));
  const form = useRef<HTMLFormElement>(null);
  const { onInput, forget } = useTypedName(form, code);
  const asksName = identity !== "anonymous";
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
    if (identity === "named" && asked.name === "") return stop("malformed");
    if (asked.name.length > NAME_LENGTH) return stop("too-long");
    startTransition(async () => {
      const seated = await askForSeat(code, asked);
      if (!seated.ok) {
        const wait = networkWait(seated.answer);
        setMinutes(wait);
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

function PassField({ error }: { error: string | false | undefined }) {
  const t = useTranslations("student.join.pass");
  const linked = useLinkPass();
  return (
    <Field
      key={linked}
      name="pass"
      defaultValue={linked ? spacedPass(linked) : ""}
      required
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      label={t("label")}
      hint={t("hint")}
      error={error}
    />
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

function JoinTrouble({ trouble, minutes }: { trouble: Trouble; minutes: number }) {
  const t = useTranslations("student.join");
  const tRefusals = useTranslations("refusals");
  if (trouble === "pass-missing") return <>{t("pass.missing")}</>;
  if (trouble === "network-full") return <>{t("networkFull", { minutes })}</>;
  if (trouble === "offline") return <>{t("unreachable")}</>;
  // The host closed joining while the form was on its way.
  return <>{trouble === "closed" ? t("shut") : tRefusals(trouble)}</>;
}

const textOf = (fields: FormData, name: string) => String(fields.get(name) ?? "").trim();

function askForSeat(code: string, asked: Asked) {
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ""));
  const signal = AbortSignal.timeout(JOIN_WITHIN);
  return ask<TakenSeat>("POST", `/api/sessions/${code}/join?with=phone&cookie=needed`, filled, { signal });
}

/** [J5] Whether someone with the chosen name was there before. */
function isNumbered(given: string | undefined, chosen: string): given is string {
  return chosen !== "" && given !== undefined && given.startsWith(`${chosen} (`);
}

/** [W13] What the seat's page starts from; null where the page itself is to be asked for. */
function seatedPageOf({ phone, ticket }: TakenSeat): Seated | null {
  if (!phone?.seat || phone.seat === "removed") return null;
  const { seat, ...page } = phone;
  return { page: { ...page, seat }, ticket };
}

/** [L29] After how many minutes this network may have another seat; 0 where it was not refused for that. */
export function networkWait(answer: unknown): number {
  const { error } = (answer ?? {}) as { error?: { fields?: unknown; retryAfter?: unknown } };
  const isFull = Array.isArray(error?.fields) && error.fields.includes("network");
  return isFull ? Math.ceil(Number(error?.retryAfter) / 60) : 0;
}
