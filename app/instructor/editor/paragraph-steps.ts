import type { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import {
  deleteParagraph,
  mergeWithPrevious,
  moveParagraph,
  moveToOtherSide,
  pasteParagraphs,
  restoreParagraph,
  splitParagraph,
} from "#app/instructor/editor/changes.ts";
import {
  type ParagraphFields,
  type PositionKey,
  paragraphField,
} from "#app/instructor/editor/debate-form.ts";
import { changeThenFocus } from "#app/instructor/editor/focus.ts";
import type { Step } from "#app/instructor/editor/history.ts";
import type { Remark } from "#app/instructor/import/remarks.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { MOST_PASTED, paragraphsOfHtml, paragraphsOfText } from "#debate/content/pasted.ts";
import { OPPOSITE, type Side } from "#debate/rules/choices.ts";

export type ParagraphProps = {
  position: PositionKey;
  side: Side;
  expert: string;
  paragraph: ParagraphFields;
  number: number;
  previousKey: string | null;
  followingKey: string | null;
  error: string | undefined;
  remarks: readonly Remark[];
  step: (step: Step) => void;
  dismiss: (key: number) => void;
  say: (message: string) => void;
  /** The number of the next key. */
  nextKey: number;
  isMarkdown: boolean;
};

type Words = ReturnType<typeof useTranslations<"instructor.editor">>;
type On = ParagraphProps;

/** Where the new paragraph should begin is where the cursor was last in this one. */
export function splitAtCursor({ position, paragraph, number, step, say }: On, t: Words): void {
  const field = document.getElementById(paragraphField(position, paragraph.key));
  const at = field instanceof HTMLTextAreaElement ? field.selectionStart : 0;
  const parts = [paragraph.text.slice(0, at), paragraph.text.slice(at)];
  if (parts.some((part) => part.trim() === "")) {
    toast.info(t("splitNowhere"));
    field?.focus();
    return;
  }
  changeThenFocus(
    () => step({ do: "change", change: splitParagraph(position, paragraph.key, at) }),
    paragraphField(position, paragraph.key),
    parts[0]?.trimEnd().length,
  );
  say(t("splitDone", { number, next: number + 1 }));
}

/** [U16] One press, and a column that was read into the wrong text is in the other one. */
export function moveColumn(
  { position, side, paragraph, step, dismiss, say }: On,
  { key, warning }: Remark,
  t: ReturnType<typeof useTranslations<"instructor.remarks">>,
): void {
  if (warning.code !== "column-unsure") return;
  const other = position === "first" ? "second" : "first";
  changeThenFocus(
    () => {
      step({ do: "change", change: moveToOtherSide(position, paragraph.key, warning.end) });
      dismiss(key);
    },
    paragraphField(other, paragraph.key),
    0,
  );
  say(t("columnMoved", { to: OPPOSITE[side] }));
}

export function mergeUp({ position, paragraph, number, previousKey, step, say }: On, t: Words): void {
  if (previousKey === null) return;
  const previous = document.getElementById(paragraphField(position, previousKey));
  const joint = previous instanceof HTMLTextAreaElement ? previous.value.trimEnd().length : 0;
  changeThenFocus(
    () => step({ do: "change", change: mergeWithPrevious(position, paragraph.key) }),
    paragraphField(position, previousKey),
    joint,
  );
  say(t("mergeDone", { number, previous: number - 1 }));
}

export function remove({ position, paragraph, number, previousKey, followingKey, step }: On, t: Words): void {
  const neighbour = followingKey ?? previousKey;
  changeThenFocus(
    () => step({ do: "change", change: deleteParagraph(position, paragraph.key) }),
    neighbour === null ? `${position}.add` : paragraphField(position, neighbour),
  );
  const restore = () => step({ do: "change", change: restoreParagraph(position, paragraph, number - 1) });
  toast.success(t("deleted", { number }), {
    action: { label: t("undo"), onClick: restore },
  });
}

/** [D23] Where the browser would paste other words than these, they are pasted in its place. */
export function paste(
  { position, paragraph, nextKey, isMarkdown, step, say }: On,
  event: ClipboardEvent<HTMLTextAreaElement>,
  t: ReturnType<typeof useTranslations<"instructor.hand">>,
): void {
  const plain = event.clipboardData.getData("text/plain");
  // In a page that is never shown nothing runs and nothing loads.
  const page = new DOMParser().parseFromString(
    event.clipboardData.getData("text/html").slice(0, MOST_PASTED),
    "text/html",
  );
  const rich = paragraphsOfHtml(page.body, isMarkdown);
  const pieces = rich.length > 0 ? rich : paragraphsOfText(plain);
  const last = pieces.at(-1);
  if (last === undefined || (pieces.length === 1 && last === plain.trim())) return;
  event.preventDefault();
  const { selectionStart: from, selectionEnd: to } = event.currentTarget;
  const behind = paragraph.text.length - to;
  const key = pieces.length === 1 ? paragraph.key : `k${nextKey + pieces.length - 2}`;
  changeThenFocus(
    () => step({ do: "change", change: pasteParagraphs(position, paragraph.key, from, to, pieces) }),
    paragraphField(position, key),
    { fromEnd: behind },
  );
  say(t("pasted", { count: pieces.length }));
}

/** The pressed button stays focused, as the paragraph keeps its key. */
export function move({ position, paragraph, number, step, say }: On, by: -1 | 1, t: Words): void {
  step({ do: "change", change: moveParagraph(position, paragraph.key, by) });
  say(t("moveDone", { number, to: number + by }));
}
