"use client";
import "#app/instructor/zod-jitless.ts";
import { useTranslations } from "next-intl";
import { setFields } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import type { DebateForm, PlainField } from "#app/instructor/editor/debate-form.ts";
import { EditedField } from "#app/instructor/editor/EditedField.tsx";
import { Fold } from "#app/instructor/editor/Fold.tsx";
import { LanguageField } from "#app/instructor/editor/LanguageField.tsx";
import { LevelField } from "#app/instructor/editor/LevelField.tsx";
import { PublicationDate } from "#debate/content/debate.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { dateIn } from "#debate/content/newsletter-front.ts";
import { joinedLines } from "#debate/content/newsletter-japanese.ts";

export function useSetField() {
  const { step } = useEditor();
  return (field: PlainField) => (text: string) =>
    step({ do: "change", change: setFields({ [field]: text }), typingIn: field });
}

/** Resolution, series, numbers, date, language and introduction. */
export function IssueFields({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.editor");
  const hand = useTranslations("instructor.hand");
  const set = useSetField();
  const narrow = { autoComplete: "off" } as const;
  return (
    <section aria-labelledby="issue-part" className="grid grid-cols-1 gap-5">
      <h2 id="issue-part" className="font-serif text-xl font-semibold">
        {t("issuePart")}
      </h2>
      <EditedField
        id="resolution"
        label={t("resolution")}
        hint={t("resolutionHint")}
        multiline
        limit={DEBATE_LIMITS.resolution}
        value={form.resolution}
        // One sentence, on as many lines as it needs here, and on one when it is saved.
        onText={(text) => set("resolution")(joinedLines(text.split(/\s*\n\s*/)))}
        className="[&_textarea]:min-h-14! [&_textarea]:font-serif [&_textarea]:text-xl"
      />
      <Fold title={hand("moreDebate")} isEmpty={`${form.series}${form.date}${form.introduction}` === ""}>
        <div className="grid grid-cols-1 items-start gap-5 @[15rem]:grid-cols-2 @3xl:grid-cols-[minmax(0,1fr)_9rem_9rem_12rem]">
          <EditedField
            id="series"
            label={t("series")}
            optional
            value={form.series}
            onText={set("series")}
            className="@[15rem]:col-span-2 @3xl:col-span-1"
            {...narrow}
          />
          <EditedField
            id="volume"
            label={t("volume")}
            optional
            inputMode="numeric"
            value={form.volume}
            onText={set("volume")}
            {...narrow}
          />
          <EditedField
            id="issue"
            label={t("issue")}
            optional
            inputMode="numeric"
            value={form.issue}
            onText={set("issue")}
            {...narrow}
          />
          <EditedField
            id="date"
            label={t("date")}
            optional
            placeholder={t("dateExample")}
            value={form.date}
            onText={set("date")}
            onLeave={() => {
              const read = inOurForm(form.date);
              if (read !== form.date) set("date")(read);
            }}
            {...narrow}
          />
          <LanguageField lang={form.lang ?? ""} />
        </div>
        <div className="grid grid-cols-1 items-start gap-5 @lg:grid-cols-[minmax(0,1fr)_12rem]">
          <EditedField
            id="tags"
            label={t("tags")}
            hint={hand("tagsHint")}
            optional
            value={form.tags ?? ""}
            onText={set("tags")}
            {...narrow}
          />
          <LevelField level={form.level ?? ""} />
        </div>
        <EditedField
          id="introduction"
          label={t("introduction")}
          hint={t("blankLineHint")}
          optional
          multiline
          limit={DEBATE_LIMITS.introduction}
          value={form.introduction}
          onText={set("introduction")}
          className="[&_textarea]:font-serif"
        />
      </Fold>
    </section>
  );
}

/** "February 2019" as the schema wants it, 2019-02; other text stays and is reported as an error. */
export function inOurForm(written: string): string {
  if (PublicationDate.safeParse(written.trim()).success) return written;
  return dateIn(written) ?? written;
}
