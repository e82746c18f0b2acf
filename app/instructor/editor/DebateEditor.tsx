"use client";
import { Tooltip } from "@base-ui/react/tooltip";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { EditorContext, type EditorTools } from "#app/instructor/editor/context.ts";
import { type DebateForm, languageOfForm } from "#app/instructor/editor/debate-form.ts";
import { EditedField } from "#app/instructor/editor/EditedField.tsx";
import { Fold } from "#app/instructor/editor/Fold.tsx";
import { Balance } from "#app/instructor/editor/findings/Balance.tsx";
import { Findings } from "#app/instructor/editor/findings/Findings.tsx";
import { IssueFields, useSetField } from "#app/instructor/editor/IssueFields.tsx";
import { PositionFieldset } from "#app/instructor/editor/PositionFieldset.tsx";
import { RowsFieldset } from "#app/instructor/editor/RowsFieldset.tsx";
import { Sides } from "#app/instructor/editor/Sides.tsx";
import type { Editing } from "#app/instructor/editor/use-editing.ts";
import { groupedBy } from "#app/instructor/grouped.ts";
import type { Remark } from "#app/instructor/import/remarks.ts";
import { ContentIn } from "#app/shared/text/Written.tsx";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { SIDES } from "#debate/rules/choices.ts";

type DebateEditorProps = {
  editing: Editing;
  remarks: readonly Remark[];
  onDismiss: (key: number) => void;
  /** Called with the text of the field that got the focus. */
  onVisit?: (words: string) => void;
  /** [D21] A debate that is written by hand: its texts stand under their sides, and what it can do without is folded up. */
  isByHand?: boolean;
  /** At the foot: undo, save. */
  bar: ReactNode;
};

/** Every part of a debate in fields. One column where it is narrow, the positions side by side where there is room. */
export function DebateEditor({
  editing,
  remarks,
  onDismiss,
  onVisit,
  isByHand = false,
  bar,
}: DebateEditorProps) {
  const { form, step, errors, touch } = editing;
  const hand = useTranslations("instructor.hand");
  const [said, setSaid] = useState("");
  // The same words twice are said twice.
  const say = useCallback(
    (message: string) => setSaid((before) => (before === message ? `${message}\u00a0` : message)),
    [],
  );
  const byField = useMemo(() => groupedBy(remarks, ({ at }) => at), [remarks]);
  const isMarkdown = form.format === "markdown";
  const lang = useMemo(() => languageOfForm(form), [form]);
  const tools = useMemo<EditorTools>(
    () => ({
      ...{ step, errors, remarks: byField, dismiss: onDismiss, say },
      ...{ isFolded: isByHand, isMarkdown, lang },
    }),
    [step, errors, byField, onDismiss, say, isByHand, isMarkdown, lang],
  );
  return (
    <EditorContext value={tools}>
      <ContentIn lang={form.lang || undefined}>
        <Tooltip.Provider delay={400}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes which field inside was visited */}
          <div
            id="editor"
            className="@container"
            onFocus={({ target }) => {
              if (isField(target)) onVisit?.(target.value);
            }}
            onBlur={({ target }) => {
              if (isField(target) && target.id !== "") touch(target.id);
            }}
          >
            <div className="grid grid-cols-1 gap-12">
              <IssueFields form={form} />
              {!isByHand && <Sides form={form} />}
              <section aria-labelledby="positions-part" className="grid grid-cols-1 gap-6">
                <h2 id="positions-part" className="sr-only">
                  {hand("positionsPart")}
                </h2>
                <Balance form={form} />
                <div className="grid grid-cols-1 gap-12 @4xl:grid-cols-2 @4xl:gap-8">
                  {form.positions.map((position, index) => (
                    <PositionFieldset
                      key={position.key}
                      side={SIDES[index === 0 ? 0 : 1]}
                      position={position}
                      nextKey={form.nextKey}
                    />
                  ))}
                </div>
              </section>
              <Fold title={hand("moreEnd")} isEmpty={isByHand && form.editorName === ""}>
                <EndFields form={form} />
              </Fold>
              <Findings form={form} />
            </div>
            {bar}
            <p role="status" className="sr-only">
              {said}
            </p>
          </div>
        </Tooltip.Provider>
      </ContentIn>
    </EditorContext>
  );
}

const isField = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

/** What comes after the positions on the printed page. */
function EndFields({ form }: { form: DebateForm }) {
  const t = useTranslations("instructor.editor");
  const set = useSetField();
  return (
    <>
      <section aria-labelledby="editor-part" className="grid grid-cols-1 gap-5 border-t-2 border-ink pt-8">
        <h2 id="editor-part" className="font-serif text-xl font-semibold">
          {t("editorPart")}
        </h2>
        <EditedField
          id="editorName"
          label={t("name")}
          optional
          value={form.editorName}
          limit={DEBATE_LIMITS.name}
          onText={set("editorName")}
        />
        <EditedField
          id="editorBiography"
          label={t("biography")}
          optional
          multiline
          value={form.editorBiography}
          limit={DEBATE_LIMITS.biography}
          onText={set("editorBiography")}
        />
      </section>
      <div className="grid grid-cols-1 gap-12 @4xl:grid-cols-2 @4xl:gap-8">
        <RowsFieldset list="resources" form={form} />
        <RowsFieldset list="related" form={form} />
      </div>
      <section aria-labelledby="rights-part" className="grid grid-cols-1 gap-4">
        <h2 id="rights-part" className="font-serif text-xl font-semibold">
          {t("rightsPart")}
        </h2>
        <EditedField
          id="rights"
          label={t("rights")}
          hint={t("rightsHint")}
          multiline
          value={form.rights}
          limit={DEBATE_LIMITS.rights}
          onText={set("rights")}
        />
      </section>
    </>
  );
}
