"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { Pencil, Trash2 } from "#app/icons/icons.ts";
import type { useTemplates } from "#app/instructor/opening/use-templates.ts";
import { useWhy } from "#app/instructor/why.ts";
import type { Failure } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { toast } from "#app/shared/notices/toast.ts";
import type { Template } from "#debate/protocol/pages.ts";
import { TEMPLATE_NAME_LENGTH } from "#debate/rules/session-options.ts";

type TemplateChoiceProps = {
  kept: ReturnType<typeof useTemplates>;
  /** The chosen one; null for a preset, or the settings of the last time. */
  chosen: Template | null;
  isPreset: boolean;
  onChoose: (template: Template | null) => void;
  /** The settings stay: only the template's name is gone. */
  onDeleted: () => void;
};

const PRESET = "preset";

/** [D34] Which template a session is opened with. It can be renamed and deleted here. */
export function TemplateChoice({
  kept: { templates, rename, remove },
  chosen,
  isPreset,
  onChoose,
  onDeleted,
}: TemplateChoiceProps) {
  const t = useTranslations("templates");
  const why = useWhy();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  const done = (code: Failure | null, said: string) => {
    if (code !== null) return toast.error(why(code));
    toast.success(said);
    // What was pressed is gone [F1].
    select.current?.focus();
  };
  return (
    <div className="grid gap-3">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {t("choose")}
        </label>
        <div className="flex gap-1">
          <select
            ref={select}
            id={id}
            value={chosen?.id ?? (isPreset ? PRESET : "")}
            onChange={({ target }) => {
              setRenaming(false);
              onChoose(templates.find((each) => each.id === target.value) ?? null);
            }}
            className="min-h-touch w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-base text-ink"
          >
            {templates.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
            {isPreset && !chosen && <option value={PRESET}>{t("preset")}</option>}
            <option value="">{t("last")}</option>
          </select>
          {chosen && (
            <>
              <Button
                variant="quiet"
                className="touch px-3!"
                aria-label={t("renameNamed", { name: chosen.name })}
                aria-expanded={isRenaming}
                onClick={() => setRenaming(!isRenaming)}
              >
                <Pencil aria-hidden="true" className="size-5" />
              </Button>
              <Button
                variant="quiet"
                className="touch px-3!"
                aria-label={t("deleteNamed", { name: chosen.name })}
                onClick={async () => {
                  const code = await remove(chosen.id);
                  if (code === null) onDeleted();
                  done(code, t("deleted"));
                }}
              >
                <Trash2 aria-hidden="true" className="size-5" />
              </Button>
            </>
          )}
        </div>
      </div>
      {chosen && isRenaming && (
        <RenameForm
          key={chosen.id}
          name={chosen.name}
          onName={async (name) => {
            const code = await rename(chosen.id, name);
            if (code === null) setRenaming(false);
            done(code, t("renamed"));
          }}
        />
      )}
    </div>
  );
}

function RenameForm({ name, onName }: { name: string; onName: (name: string) => void }) {
  const t = useTranslations("templates");
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("rename") ?? "").trim();
    if (typed === "") return setError(t("nameMissing"));
    onName(typed);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-wrap items-start gap-3 rounded-control bg-sunken p-4"
    >
      <Field
        name="rename"
        dir="auto"
        autoComplete="off"
        autoFocus
        className="flex-1 basis-56"
        label={t("name")}
        limit={TEMPLATE_NAME_LENGTH}
        defaultValue={name}
        {...(error && { error })}
      />
      <Button type="submit" className="mt-7.5">
        {t("rename")}
      </Button>
    </form>
  );
}
