"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { setParagraph } from "#app/instructor/editor/changes.ts";
import { paragraphField } from "#app/instructor/editor/debate-form.ts";
import { ParagraphTools } from "#app/instructor/editor/ParagraphTools.tsx";
import {
  moveColumn,
  type ParagraphProps,
  paste,
  splitAtCursor,
} from "#app/instructor/editor/paragraph-steps.ts";
import { RemarkList } from "#app/instructor/editor/Remarks.tsx";
import { classNames } from "#app/shared/class-names.ts";
import { FieldError } from "#app/shared/controls/FieldError.tsx";
import { useContentLanguage } from "#app/shared/text/Written.tsx";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";

/** One paragraph. Remembered as rendered, since a debate has up to 160 and each keystroke changes one. */
export const ParagraphEditor = memo(function ParagraphEditor(props: ParagraphProps) {
  const { position, side, expert, paragraph, number, error, remarks, step, dismiss } = props;
  const t = useTranslations("instructor.editor");
  const hand = useTranslations("instructor.hand");
  const remarkWords = useTranslations("instructor.remarks");
  const lang = useContentLanguage();
  const { key, text, quoted } = paragraph;
  const id = paragraphField(position, key);
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <span aria-hidden="true" className="pt-3 text-sm text-ink-soft tabular-nums">
        {number}
      </span>
      <div className="grid grid-cols-1 gap-1">
        <textarea
          id={id}
          dir="auto"
          lang={lang}
          aria-label={t("paragraphLabel", { number, expert })}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          // What a browser that cannot size a field by its content shows at first.
          rows={Math.min(20, Math.max(2, Math.ceil(text.length / 75)))}
          value={text}
          onChange={(event) =>
            step({
              do: "change",
              change: setParagraph(position, key, { text: event.target.value }),
              typingIn: id,
            })
          }
          onPaste={(event) => paste(props, event, hand)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return;
            event.preventDefault();
            splitAtCursor(props, t);
          }}
          className={classNames(
            "field-sizing-content min-h-24 w-full resize-y supports-[field-sizing:content]:resize-none rounded-control border bg-surface px-3.5 py-2.5 font-serif text-base leading-relaxed",
            error === undefined ? "border-line-strong" : "border-2 border-danger",
            quoted && "border-s-6 italic",
          )}
        />
        <div className="flex flex-wrap items-start justify-between gap-x-4 text-sm empty:hidden">
          {error !== undefined && <FieldError id={`${id}-error`}>{error}</FieldError>}
          {text.length > DEBATE_LIMITS.paragraph * 0.8 && (
            <p className="ml-auto text-ink-soft tabular-nums">
              {t("ofLimit", { count: text.length, limit: DEBATE_LIMITS.paragraph })}
            </p>
          )}
        </div>
        <RemarkList
          remarks={remarks}
          onDismiss={dismiss}
          column={{ side, onMove: (remark) => moveColumn(props, remark, remarkWords) }}
        />
        <ParagraphTools {...props} />
      </div>
    </li>
  );
});
