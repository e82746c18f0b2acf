"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslations } from "next-intl";
import type { useClasses } from "#app/instructor/opening/use-classes.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { SelectField } from "#app/shared/controls/SelectField.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { ENTRIES, type Entry, type Identity } from "#debate/rules/session-options.ts";

/** The class that a session is opened for, and how its students join. */
export type ForClass = { id: string; entry: Entry };

type ClassChoiceProps = {
  own: ReturnType<typeof useClasses>;
  value: ForClass | null;
  identity: Identity;
  onChange: (value: ForClass | null) => void;
  onIdentity: (identity: Identity) => void;
};

/** [Q6] Which class a session is for. An anonymous one can't be for any, and the form says why. */
export function ClassChoice({ own, value, identity, onChange, onIdentity }: ClassChoiceProps) {
  const t = useTranslations("instructor.opening.class");
  const { classes, hasFailed } = own;
  if (hasFailed) return <p className="text-sm text-ink-soft">{t("failed")}</p>;
  if (classes === null || (classes.length === 0 && value === null)) return null;
  return (
    <div className="grid grid-cols-1 gap-3">
      <SelectField
        label={t("label")}
        hint={t("hint")}
        value={value?.id ?? ""}
        onChange={(id) => onChange(id === "" ? null : { id, entry: value?.entry ?? "open" })}
      >
        <option value="">{t("none")}</option>
        {classes.map(({ id, name, students }) => (
          <option key={id} value={id}>
            {t("option", { name, count: students })}
          </option>
        ))}
      </SelectField>
      {isClash(value, identity) && (
        <div id={CLASH} tabIndex={-1} className="outline-none">
          <Notice kind="error" title={t("anonymous")}>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="small" onClick={() => onIdentity("pseudonym")}>
                {t("usePseudonym")}
              </Button>
              <Button size="small" onClick={() => onChange(null)}>
                {t("dropClass")}
              </Button>
            </div>
          </Notice>
        </div>
      )}
      {value && <EntryOfClass entry={value.entry} onEntry={(entry) => onChange({ ...value, entry })} />}
    </div>
  );
}

const CLASH = "class-clash";

export const isClash = (value: ForClass | null, identity: Identity) =>
  value !== null && identity === "anonymous";

/** [F1] Why the form can't be sent yet. */
export function goToClash(): void {
  const clash = document.getElementById(CLASH);
  clash?.scrollIntoView({ block: "center" });
  clash?.focus();
}

function EntryOfClass({ entry, onEntry }: { entry: Entry; onEntry: (entry: Entry) => void }) {
  const t = useTranslations("instructor.opening.class");
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 id="class-entry" className="font-semibold">
        {t("entry")}
      </h3>
      <RadioGroup
        aria-labelledby="class-entry"
        value={entry}
        onValueChange={(next) => onEntry(next as Entry)}
        className="grid grid-cols-1 gap-2 sm:grid-cols-2"
      >
        {ENTRIES.map((each) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input
          <label
            key={each}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-1 rounded-control border border-line-strong p-3.5 has-data-checked:border-ink has-data-checked:bg-sunken has-data-checked:ring-1 has-data-checked:ring-ink"
          >
            <Radio.Root
              value={each}
              className="mt-0.5 grid size-5 place-items-center rounded-full border-2 border-line-strong bg-surface data-checked:border-ink"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-ink" />
            </Radio.Root>
            <span className="font-semibold">{t(`entries.${each}.name`)}</span>
            <span className="col-span-2 text-sm text-ink-soft text-pretty">{t(`entries.${each}.what`)}</span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
