"use client";
import { useLocale, useTranslations } from "next-intl";
import { Plus } from "#app/icons/icons.ts";
import { addParagraph, setExpert } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import {
  type ExpertField,
  expertField,
  type PositionFields,
  paragraphField,
} from "#app/instructor/editor/debate-form.ts";
import { EditedField } from "#app/instructor/editor/EditedField.tsx";
import { Fold } from "#app/instructor/editor/Fold.tsx";
import { changeThenFocus } from "#app/instructor/editor/focus.ts";
import { ParagraphEditor } from "#app/instructor/editor/ParagraphEditor.tsx";
import { PictureField } from "#app/instructor/editor/picture/PictureField.tsx";
import { Remarks } from "#app/instructor/editor/Remarks.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { inSentence } from "#app/shared/text/in-sentence.tsx";
import { Written } from "#app/shared/text/Written.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";
import { caseOf } from "#debate/content/expert-words.ts";
import type { Side } from "#debate/rules/choices.ts";

const NO_REMARKS: never[] = [];

type PositionFieldsetProps = { side: Side; position: PositionFields; nextKey: number };

/** One expert and what the expert argues. */
export function PositionFieldset({ side, position, nextKey }: PositionFieldsetProps) {
  const t = useTranslations("instructor.editor");
  const hand = useTranslations("instructor.hand");
  const locale = useLocale();
  const { step, errors, remarks, dismiss, say, isMarkdown, lang } = useEditor();
  const { key, paragraphs } = position;
  const unnamed = caseOf(side, lang ?? locale);
  const name = position.name.trim() || unnamed;
  const set = (field: ExpertField) => (text: string) =>
    step({ do: "change", change: setExpert(key, { [field]: text }), typingIn: expertField(key, field) });
  const field = (name: ExpertField) => ({
    id: expertField(key, name),
    value: position[name],
    onText: set(name),
  });
  return (
    <section aria-labelledby={`${key}-part`} className="grid grid-cols-1 content-start gap-5">
      <h3 id={`${key}-part`} className="flex flex-wrap items-baseline gap-x-3 border-b-2 border-ink pb-2">
        <ChoiceBadge choice={side} className="text-lg" />
        <Written className="font-serif text-xl wrap-anywhere">{name}</Written>
      </h3>
      <EditedField
        label={t("name")}
        hint={hand.rich("nameHint", { name: inSentence(unnamed) })}
        optional
        {...field("name")}
        limit={DEBATE_LIMITS.name}
      />
      <Fold
        title={hand("moreExpert")}
        isEmpty={`${position.honorific}${position.role}${position.institution}${position.biography}` === ""}
      >
        <div className="grid grid-cols-1 items-start gap-5 @lg:grid-cols-[8rem_minmax(0,1fr)]">
          <EditedField
            label={t("honorific")}
            optional
            {...field("honorific")}
            limit={DEBATE_LIMITS.honorific}
          />
          <EditedField label={t("role")} optional {...field("role")} limit={DEBATE_LIMITS.role} />
        </div>
        <EditedField label={t("institution")} optional {...field("institution")} limit={DEBATE_LIMITS.role} />
        <EditedField
          label={t("biography")}
          hint={t("blankLineHint")}
          optional
          multiline
          {...field("biography")}
          limit={DEBATE_LIMITS.biography}
        />
      </Fold>
      <Fold title={hand("picture")} isEmpty={!position.picture}>
        <PictureField position={position} />
      </Fold>
      <div className="grid grid-cols-1 gap-3">
        <h4
          id={`${key}.paragraphs`}
          tabIndex={-1}
          aria-invalid={errors.has(`${key}.paragraphs`) || undefined}
          className="font-semibold"
        >
          {t("paragraphs", { count: paragraphs.length })}
        </h4>
        {errors.has(`${key}.paragraphs`) && (
          <FieldError>
            {t(paragraphs.length === 0 ? "noParagraphs" : "tooManyParagraphs", {
              limit: DEBATE_LIMITS.paragraphs,
            })}
          </FieldError>
        )}
        {isMarkdown && paragraphs.length < 3 && (
          <p className="text-sm text-ink-soft">{hand("markdownHint")}</p>
        )}
        <Remarks at={`${key}.paragraphs`} />
        <ol className="grid grid-cols-1 gap-4">
          {paragraphs.map((paragraph, index) => (
            <ParagraphEditor
              key={paragraph.key}
              position={key}
              side={side}
              expert={name}
              paragraph={paragraph}
              number={index + 1}
              previousKey={paragraphs[index - 1]?.key ?? null}
              followingKey={paragraphs[index + 1]?.key ?? null}
              error={errors.get(paragraphField(key, paragraph.key))}
              remarks={remarks.get(paragraphField(key, paragraph.key)) ?? NO_REMARKS}
              step={step}
              dismiss={dismiss}
              say={say}
              nextKey={nextKey}
              isMarkdown={isMarkdown}
            />
          ))}
        </ol>
        <Button
          id={`${key}.add`}
          variant="quiet"
          className="justify-self-start"
          onClick={() =>
            changeThenFocus(
              () => step({ do: "change", change: addParagraph(key, null) }),
              paragraphField(key, `k${nextKey}`),
            )
          }
        >
          <Plus aria-hidden="true" className="size-5" />
          {t("addParagraph")}
        </Button>
      </div>
    </section>
  );
}
