"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useTranslations } from "next-intl";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Lock } from "#app/icons/icons.ts";
import { ActivityRows } from "#app/instructor/opening/ActivityRows.tsx";
import { FilterFields } from "#app/instructor/opening/FilterFields.tsx";
import { MinutesFields } from "#app/instructor/opening/MinutesFields.tsx";
import { SwitchRow } from "#app/instructor/opening/SwitchRow.tsx";
import { type Origin, useCarried } from "#app/instructor/opening/use-carried.ts";
import { VersionField } from "#app/instructor/opening/VersionField.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import { unfitFor } from "#debate/activities/needs.ts";
import { withoutActivities } from "#debate/rules/chosen-activities.ts";
import { excludedIn, withoutClashes } from "#debate/rules/exclusions.ts";
import { IDENTITIES, type Identity, RULE_LENGTH } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

export type SettingsFieldsProps = {
  debateId: string;
  settings: Settings;
  /** [H12] */
  origin: Origin;
  onChange: (settings: Settings) => void;
  /** The activities that don't find in the debate what they need; without a debate, all that need something. */
  unfit?: readonly ActivityName[];
  /** [Q6] How a class joins is asked beside which one. */
  isForClass?: boolean;
};

/** Every setting but the name as a plain question; those that are two words on the wire are a switch here. */
export function SettingsFields({
  debateId,
  settings,
  origin,
  onChange,
  unfit = unfitFor({}),
  isForClass = false,
}: SettingsFieldsProps) {
  const t = useTranslations("instructor.opening");
  const { sentences } = useJoined();
  const carried = useCarried(origin, settings);
  // [H11] What a change excludes goes with it.
  const set = (fields: Partial<Settings>) => onChange(withoutClashes({ ...settings, ...fields }));
  const ask = (asked: Partial<Settings["questions"]>) =>
    set({ questions: { ...settings.questions, ...asked } });
  const isUnseen = settings.entry === "personal" && settings.identity === "anonymous";
  const entryHint = sentences(t(`entry.hint.${settings.entry}`), isUnseen && t("entry.hint.anonymous"));
  return (
    <div className="grid grid-cols-1 gap-6">
      <IdentityChoice
        identity={settings.identity}
        carried={carried.named}
        onChange={(identity) => set({ identity })}
      />
      {!isForClass && (
        <div>
          <h3 className="mb-1 font-semibold">{t("joining")}</h3>
          <div className="border-y border-line">
            <SwitchRow
              label={t("entry.label")}
              hint={entryHint}
              checked={settings.entry === "personal"}
              onChange={(on) => set({ entry: on ? "personal" : "open" })}
            />
          </div>
        </div>
      )}
      <div>
        <h3 className="mb-1 font-semibold">{t("course")}</h3>
        <div className="grid grid-cols-1 border-y border-line sm:grid-cols-2 sm:gap-x-8 sm:*:last:odd:col-span-2">
          <SwitchRow
            label={t("readingVote.label")}
            hint={t("readingVote.hint")}
            checked={settings.questions.readingVote}
            onChange={(readingVote) => ask({ readingVote })}
          />
          <SwitchRow
            label={t("moderation.label")}
            hint={t("moderation.hint")}
            checked={settings.moderation === "before"}
            onChange={(on) => set({ moderation: on ? "before" : "after" })}
          />
          <SwitchRow
            label={t("confidence.label")}
            hint={t("confidence.hint")}
            checked={settings.questions.confidence}
            onChange={(confidence) => ask({ confidence })}
          />
          <SwitchRow
            label={t("reasons.label")}
            hint={t("reasons.hint")}
            checked={settings.questions.reasons}
            onChange={(reasons) => ask({ reasons })}
          />
          <SwitchRow
            label={t("credit.label")}
            hint={t("credit.hint")}
            checked={settings.questions.credit}
            onChange={(credit) => ask({ credit })}
          />
          <SwitchRow
            label={t("stagedReveal.label")}
            hint={t("stagedReveal.hint")}
            checked={settings.reveal === "staged"}
            onChange={(on) => {
              const reveal = on ? "staged" : "at-once";
              const excluded = excludedIn({ ...settings, reveal });
              set({ reveal, activities: withoutActivities(settings.activities, excluded) });
            }}
          />
        </div>
        <div className="pt-3 empty:hidden">
          <VersionField debateId={debateId} version={settings.version} onChange={set} />
        </div>
        <FilterFields settings={settings} onChange={set} />
      </div>
      <Field
        multiline
        rows={2}
        dir="auto"
        label={t("rule.label")}
        hint={t("rule.hint")}
        limit={RULE_LENGTH}
        value={settings.rule}
        onChange={(event) => set({ rule: event.target.value })}
      />
      <ActivityRows settings={settings} unfit={unfit} carriedOf={carried.of} onChange={set} />
      <MinutesFields
        // With the names a preset's minutes can change, and fields keep what was typed.
        key={settings.identity}
        settings={settings}
        onChange={(minutes) => {
          const { minutes: _, ...others } = settings;
          onChange(minutes ? { ...others, minutes } : others);
        }}
      />
    </div>
  );
}

type IdentityChoiceProps = {
  identity: Identity;
  /** [H12] */
  carried: string | null;
  onChange: (identity: Identity) => void;
};

function IdentityChoice({ identity, carried, onChange }: IdentityChoiceProps) {
  const t = useTranslations("instructor.opening");
  return (
    <div>
      <h3 id="identity" className="font-semibold">
        {t("identity")}
      </h3>
      <p id="identity-hint" className="mt-0.5 flex items-start gap-1.5 text-sm text-ink-soft">
        <Lock aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
        {t("identityHint")}
      </p>
      {carried && (
        <p id="identity-carried" className="mt-1 text-sm font-semibold text-warn">
          {carried}
        </p>
      )}
      <RadioGroup
        aria-labelledby="identity"
        aria-describedby={carried ? "identity-hint identity-carried" : "identity-hint"}
        value={identity}
        onValueChange={(value) => onChange(value as Identity)}
        className="mt-3 grid grid-cols-1 gap-2 sm:grid-cols-3"
      >
        {IDENTITIES.map((value) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's control inside renders the input
          <label
            key={value}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-1 rounded-control border border-line-strong p-3.5 has-data-checked:border-ink has-data-checked:bg-sunken has-data-checked:ring-1 has-data-checked:ring-ink"
          >
            <Radio.Root
              value={value}
              className="mt-0.5 grid size-5 place-items-center rounded-full border-2 border-line-strong bg-surface data-checked:border-ink"
            >
              <Radio.Indicator className="size-2.5 rounded-full bg-ink" />
            </Radio.Root>
            <span className="font-semibold">{t(`identities.${value}.name`)}</span>
            <span className="col-span-2 text-sm text-ink-soft text-pretty">
              {t(`identities.${value}.promise`)}
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
