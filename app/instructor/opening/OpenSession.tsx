"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { Play } from "#app/icons/icons.ts";
import { ClassChoice, type ForClass, goToClash, isClash } from "#app/instructor/opening/ClassChoice.tsx";
import { MoreSettings } from "#app/instructor/opening/MoreSettings.tsx";
import { OpeningDates } from "#app/instructor/opening/OpeningDates.tsx";
import { PresetChoice } from "#app/instructor/opening/PresetChoice.tsx";
import { Rehearse } from "#app/instructor/opening/Rehearse.tsx";
import { inLanguage, rememberedSettings } from "#app/instructor/opening/remembered-settings.ts";
import { TemplateChoice } from "#app/instructor/opening/TemplateChoice.tsx";
import { type Origin, useCarried } from "#app/instructor/opening/use-carried.ts";
import { useClasses } from "#app/instructor/opening/use-classes.ts";
import { useOpening } from "#app/instructor/opening/use-opening.ts";
import { usePreset } from "#app/instructor/opening/use-preset.ts";
import { useTemplates } from "#app/instructor/opening/use-templates.ts";
import { ask } from "#app/shared/ask.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { typedFrom } from "#app/shared/dates/typed-dates.ts";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { KeepTemplate } from "#app/shared/templates/KeepTemplate.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import type { ActivityName } from "#debate/activities/index.ts";
import { unfitFor } from "#debate/activities/needs.ts";
import type { Debate } from "#debate/content/debate.ts";
import type { Template } from "#debate/protocol/pages.ts";
import { withoutClashes } from "#debate/rules/exclusions.ts";
import { readSchedule, type TypedSchedule, type WrongDate } from "#debate/rules/schedule.ts";
import { type Preset, SESSION_NAME_LENGTH } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

type OpenSessionProps = {
  debateId: string;
  resolution: string;
  variant?: "primary" | "secondary";
  /** The activities that don't find in the debate what they need; looked up where the page does not know. */
  unfit?: readonly ActivityName[];
  /** [Q6] The class that is chosen at first. */
  classId?: string;
  /** What to look at before. */
  children?: ReactNode;
};

const NO_DATES: TypedSchedule = { zone: "UTC", dates: [] };

async function lookUpUnfit(debateId: string): Promise<readonly ActivityName[]> {
  const reply = await ask<{ debate: Debate }>("GET", `/api/debates/${debateId}`);
  return unfitFor(reply.ok ? reply.value.debate : {});
}

/** [F1] The button that was pressed stays in place while the form scrolls: its top may be out of sight. */
const toSight = (notice: HTMLElement | null) => notice?.scrollIntoView({ block: "nearest" });

/** [H7] Two clicks from a debate to its control room: this button, and the one in the dialog. */
export function OpenSession({
  debateId,
  resolution,
  variant = "primary",
  unfit: known,
  classId,
  children,
}: OpenSessionProps) {
  const t = useTranslations("instructor.opening");
  const language = useLocale();
  const [open, setOpen] = useState(false);
  // Remembered settings are read when the dialog opens, which happens only in a browser.
  const [settings, setSettings] = useState(() => rememberedSettings(language));
  const [origin, setOrigin] = useState<Origin>({ ...settings, template: null });
  const carried = useCarried(origin, settings).all;
  const kept = useTemplates();
  const [chosen, setChosen] = useState<Template | null>(null);
  const isTouched = useRef(false);
  /** [H7] Whether anything was entered since the form began. */
  const isEntered = useRef(false);
  // Fields that keep what was typed begin anew with each template or preset.
  const [times, setTimes] = useState(0);
  const { preset, isChanged, recognize, choose, changed } = usePreset(settings);
  const begin = (template: Template | null) => {
    setChosen(template);
    setTimes((before) => before + 1);
    const begun = template ? inLanguage(template.settings, language) : rememberedSettings(language);
    recognize(begun);
    setOrigin({ ...begun, template: template?.name ?? null });
    setSettings((before) => ({ ...withoutClashes(begun), name: before.name }));
  };
  const beginWith = (next: Preset) => {
    isTouched.current = true;
    isEntered.current = true;
    setChosen(null);
    setTimes((before) => before + 1);
    setSettings(choose(next));
  };
  const { pending, problem, start: openSession, forget } = useOpening(debateId);
  const [found, setFound] = useState<readonly ActivityName[]>(() => unfitFor({}));
  const unfit = known ?? found;
  const own = useClasses();
  const usualClass: ForClass | null = classId === undefined ? null : { id: classId, entry: "open" };
  const [forClass, setForClass] = useState(usualClass);
  const [dates, setDates] = useState<TypedSchedule>(NO_DATES);
  const [wrongDate, setWrongDate] = useState<WrongDate | null>(null);
  const start = (chosen: Settings) => {
    const read = readSchedule(dates, { phase: "lobby", settings: chosen, closedAt: null, now: Date.now() });
    setWrongDate(read.ok ? null : read);
    if (!read.ok) return;
    if (isClash(forClass, chosen.identity)) return goToClash();
    void openSession(chosen, undefined, dates.dates.length > 0 ? dates : undefined, forClass);
  };
  const name = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      size="wide"
      title={t("title")}
      description={<Written>{resolution}</Written>}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) return;
        if (known === undefined) void lookUpUnfit(debateId).then(setFound);
        // A class that can't be shown isn't chosen.
        void own.load().then((isRead) => isRead || setForClass(null));
        forget();
        if (isEntered.current) return;
        const remembered = rememberedSettings(language);
        setSettings(remembered);
        setOrigin({ ...remembered, template: null });
        recognize(remembered);
        setDates(typedFrom(undefined));
        setWrongDate(null);
        setChosen(null);
        setForClass(usualClass);
        isTouched.current = false;
        // [D34] The newest template is begun; what this browser remembers, only without any.
        void kept.load().then(([newest]) => newest && !isTouched.current && begin(newest));
      }}
      initialFocus={name}
      trigger={
        <Button variant={variant} aria-label={t("openNamed", { resolution })}>
          <Play aria-hidden="true" className="size-4.5" />
          {t("open")}
        </Button>
      }
      actions={
        <>
          <DialogClose
            onClick={() => {
              isEntered.current = false;
            }}
            render={<Button variant="quiet" />}
          >
            {t("notNow")}
          </DialogClose>
          <Button variant="primary" pending={pending} onClick={() => start(settings)}>
            {t("start")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-6">
        {problem && (
          <div ref={toSight}>
            <Notice kind="error">{problem}</Notice>
          </div>
        )}
        {children}
        <Field
          optional
          ref={name}
          dir="auto"
          autoComplete="off"
          label={t("name.label")}
          hint={t("name.hint")}
          limit={SESSION_NAME_LENGTH}
          value={settings.name}
          onChange={(event) => {
            isEntered.current = true;
            setSettings({ ...settings, name: event.target.value });
          }}
        />
        <ClassChoice
          own={own}
          value={forClass}
          identity={settings.identity}
          onChange={(next) => {
            isEntered.current = true;
            setForClass(next);
          }}
          onIdentity={(identity) => {
            isEntered.current = true;
            setSettings(changed(withoutClashes({ ...settings, identity })));
          }}
        />
        {carried && <p className="text-sm font-semibold text-warn text-pretty">{carried}</p>}
        <PresetChoice preset={preset} isChanged={isChanged} settings={settings} onChoose={beginWith} />
        {kept.templates.length > 0 && (
          <TemplateChoice
            kept={kept}
            chosen={chosen}
            isPreset={preset !== null}
            onChoose={(template) => {
              isEntered.current = true;
              begin(template);
            }}
            onDeleted={() => setChosen(null)}
          />
        )}
        <MoreSettings
          times={times}
          isPreset={preset !== null && !isChanged}
          debateId={debateId}
          settings={settings}
          origin={origin}
          unfit={unfit}
          isForClass={forClass !== null}
          onChange={(next) => {
            isTouched.current = true;
            isEntered.current = true;
            setSettings(changed(next));
          }}
        />
        <OpeningDates
          settings={settings}
          value={dates}
          wrong={wrongDate}
          onChange={(next) => {
            isEntered.current = true;
            setDates(next);
            if (next.dates.length < dates.dates.length) setWrongDate(null);
          }}
        />
        <KeepTemplate
          of={{ settings }}
          onKept={(template) => {
            kept.add(template);
            setChosen(template);
          }}
        />
        <Rehearse debateId={debateId} settings={settings} dates={dates} onWrong={setWrongDate} />
      </div>
    </Dialog>
  );
}
