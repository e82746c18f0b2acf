"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useTransition } from "react";
import type { Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { useHydrated } from "#app/shared/loading/use-hydrated.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { BlockedCookies } from "#app/student/join/BlockedCookies.tsx";
import { keptWord } from "#app/student/join/class/use-names.ts";
import { JoinTrouble } from "#app/student/join/JoinTrouble.tsx";
import { WORD_LENGTH } from "#debate/rules/passes.ts";

/** `malformed`: no word, or from a form without scripts a name that isn't on the list. */
type WordFormProps = {
  code: string;
  show: (word: string) => Promise<Failure | null>;
  trouble: Failure | null;
  onTrouble: (trouble: Failure | null) => void;
};

/** The class's word; where no scripts run with the name, in a form that takes the seat. */
export function WordForm({ code, show, trouble, onTrouble }: WordFormProps) {
  const t = useTranslations("student.join.class");
  const tShared = useTranslations("student.join");
  const isHydrated = useHydrated();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const isWord = isHydrated && (trouble === "forbidden" || trouble === "malformed");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const word = String(new FormData(event.currentTarget).get("classWord") ?? "").trim();
    startTransition(async () => {
      const why = word === "" ? "malformed" : await show(word);
      startTransition(() => onTrouble(why));
      if (why) form.current?.querySelector<HTMLInputElement>("[name=classWord]")?.focus();
    });
  };
  return (
    <form
      ref={form}
      method="post"
      action={`/api/sessions/${code}/join`}
      onSubmit={submit}
      noValidate
      className="grid gap-5"
    >
      <BlockedCookies isRefused={trouble === "no-cookie"} />
      {trouble && trouble !== "no-cookie" && !isWord && (
        <Notice kind="error">
          <WordTrouble trouble={trouble} />
        </Notice>
      )}
      <Field
        name="classWord"
        key={isHydrated ? keptWord(code) : ""}
        defaultValue={isHydrated ? keptWord(code) : ""}
        required
        maxLength={WORD_LENGTH.most}
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        label={t("word")}
        hint={t("wordHint")}
        error={isWord && t(trouble === "forbidden" ? "wordWrong" : "wordMissing")}
      />
      <noscript>
        <Field
          name="student"
          required
          dir="auto"
          autoComplete="name"
          label={t("name")}
          hint={t("nameHint")}
        />
      </noscript>
      <Button
        worksWithoutScripts
        type="submit"
        variant="primary"
        size="large"
        pending={isPending}
        className="w-full"
      >
        {isHydrated ? t("next") : tShared("join")}
      </Button>
    </form>
  );
}

/** Of a form without scripts, which may have held a word and a name or a code. */
function WordTrouble({ trouble }: { trouble: Failure }) {
  const t = useTranslations("student.join.class");
  switch (trouble) {
    case "forbidden":
      return t("wrong");
    case "malformed":
      return t("notListed");
    case "duplicate":
      return t("isTaken");
    case "too-many":
      return t("tooMany");
    default:
      return <JoinTrouble trouble={trouble} minutes={0} />;
  }
}
