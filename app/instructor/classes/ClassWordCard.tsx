"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSubmission } from "#app/instructor/account/submission.ts";
import type { ClassWork } from "#app/instructor/classes/use-class.ts";
import { useWhy } from "#app/instructor/why.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { CLASS_WORD_LENGTH } from "#debate/rules/classes.ts";
import { countCharacters } from "#debate/rules/text.ts";

/** [Q8] The word with which students see the names, to say aloud. */
export function ClassWordCard({ work }: { work: ClassWork }) {
  const t = useTranslations("classes.word");
  const [isChanging, setChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  return (
    <Card as="section" tone="plain" aria-labelledby="class-word" className="grid grid-cols-1 gap-3">
      <h2 id="class-word" className="font-serif text-xl">
        {t("title")}
      </h2>
      <p className="text-sm text-ink-soft text-pretty">{t("body")}</p>
      {isChanging ? (
        <ChangeWord
          work={work}
          onDone={() => {
            setChanging(false);
            requestAnimationFrame(() => change.current?.focus());
          }}
        />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Written as="p" className="text-2xl font-semibold select-all wrap-anywhere">
            {work.now.word}
          </Written>
          <Button ref={change} size="small" onClick={() => setChanging(true)}>
            {t("change")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function ChangeWord({ work: { now, change }, onDone }: { work: ClassWork; onDone: () => void }) {
  const t = useTranslations("classes.word");
  const shared = useTranslations("shared");
  const why = useWhy();
  const { errors, pending, submit } = useSubmission(["word"], async (typed) => {
    const word = typed.word.trim();
    const length = countCharacters(word);
    if (length < CLASS_WORD_LENGTH.least || length > CLASS_WORD_LENGTH.most)
      return { word: t("wrong", CLASS_WORD_LENGTH) };
    const reply = await change({ word });
    if (!reply.ok) return { form: why(reply.code) };
    toast.success(t("done"));
    onDone();
    return {};
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-3">
      {errors.form && <Notice kind="error">{errors.form}</Notice>}
      <Field
        autoFocus
        id="word"
        name="word"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        label={t("label")}
        hint={t("hint", CLASS_WORD_LENGTH)}
        defaultValue={now.word}
        error={errors.word}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" size="small" pending={pending}>
          {t("save")}
        </Button>
        <Button size="small" onClick={onDone}>
          {shared("cancel")}
        </Button>
      </div>
    </form>
  );
}
