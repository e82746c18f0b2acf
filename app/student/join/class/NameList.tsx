"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useDeferredValue, useEffect, useRef, useState, useTransition } from "react";
import type { Failure } from "#app/shared/ask.ts";
import { classNames } from "#app/shared/class-names.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { folded } from "#app/shared/text/folded.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { openClaim } from "#app/student/join/claim.ts";
import type { Listed } from "#app/student/join/class/use-names.ts";
import { JoinTrouble, type Trouble } from "#app/student/join/JoinTrouble.tsx";
import { askForSeat, networkWait, type Seated, seatedPageOf } from "#app/student/join/take-seat.ts";

/** Up to so many names are seen at a glance. */
const WITHOUT_SEARCH = 20;

type NameListProps = {
  code: string;
  listed: Listed;
  show: (word: string) => Promise<Failure | null>;
  onSeated: (seated: Seated | null) => void;
  /** The word no longer shows the names. */
  onWord: (why: Failure) => void;
};
type Name = Listed["names"][number];

/** [Q8] The names of the class. A taken one says how to come back. */
export function NameList({ code, listed, show, onSeated, onWord }: NameListProps) {
  const t = useTranslations("student.join.class");
  const { names, word } = listed;
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [trouble, setTrouble] = useState<Trouble | "pick" | null>(null);
  const [minutes, setMinutes] = useState(0);
  const [isPending, startTransition] = useTransition();
  const [claim] = useState(() => openClaim(code));
  const heading = useRef<HTMLLegendElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const searched = folded(useDeferredValue(typed).trim());
  const found = names.filter(({ name }) => folded(name).includes(searched));
  const chosen = names.find(({ id }) => id === picked);

  const join = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return setTrouble("pick");
    setTrouble(null);
    startTransition(async () => {
      const seated = await askForSeat(code, { classWord: word, student: chosen.id, claim: claim() });
      if (seated.ok) return startTransition(() => onSeated(seatedPageOf(seated.value)));
      if (seated.code === "forbidden" || seated.code === "not-found") return onWord(seated.code);
      const wait = networkWait(seated.answer);
      setMinutes(wait);
      // The list says then that it is taken, or no longer has it.
      const isOld = seated.code === "duplicate" || seated.code === "malformed";
      const why = isOld ? await show(word) : seated.code;
      startTransition(() => setTrouble(wait > 0 ? "network-full" : why));
    });
  };

  return (
    <form onSubmit={join} className="grid gap-4">
      <fieldset className="grid gap-3">
        <legend ref={heading} tabIndex={-1} className="mb-2 text-xl font-semibold outline-none">
          {t("who")}
        </legend>
        {names.length > WITHOUT_SEARCH && (
          <Field
            type="search"
            dir="auto"
            autoComplete="off"
            label={t("search")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {found.map((name) => (
          <NameRow
            key={name.id}
            name={name}
            isPicked={name.id === picked}
            onPick={() => {
              setPicked(name.id);
              setTrouble(null);
            }}
          />
        ))}
      </fieldset>
      <p role="status" className="text-ink-soft empty:hidden">
        {names.length === 0 ? t("empty") : found.length === 0 && t("none")}
      </p>
      <div className="sticky bottom-0 grid gap-3 bg-paper py-3">
        {chosen?.taken ? (
          <Notice kind="warning">{t("isTaken")}</Notice>
        ) : (
          trouble && (
            <Notice kind="error">
              {trouble === "pick" ? t("pick") : <JoinTrouble trouble={trouble} minutes={minutes} />}
            </Notice>
          )
        )}
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={isPending}
          disabled={chosen?.taken}
          className="w-full"
        >
          <span className="min-w-0 wrap-anywhere">
            {chosen && !chosen.taken ? t("joinAs", { name: isolated(chosen.name) }) : t("pick")}
          </span>
        </Button>
        <Button variant="quiet" onClick={() => window.history.back()}>
          {t("back")}
        </Button>
      </div>
    </form>
  );
}

type NameRowProps = { name: Name; isPicked: boolean; onPick: () => void };

function NameRow({ name: { name, taken }, isPicked, onPick }: NameRowProps) {
  const t = useTranslations("student.join.class");
  return (
    <label
      className={classNames(
        "flex min-h-touch items-center gap-3 rounded-control border px-3.5 py-2",
        isPicked ? "border-ink bg-sunken" : "border-line",
      )}
    >
      <input
        type="radio"
        name="student"
        checked={isPicked}
        onChange={onPick}
        className="size-5 shrink-0 accent-ink"
      />
      <Written className={classNames("min-w-0 wrap-anywhere", taken && "text-ink-soft")}>{name}</Written>
      {taken && <span className="ms-auto shrink-0 text-sm text-ink-soft">{t("taken")}</span>}
    </label>
  );
}
