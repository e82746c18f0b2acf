"use client";
import { useTranslations } from "next-intl";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "#app/icons/icons.ts";
import { addRow, deleteRow, moveRow, restoreRow, setRow } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import {
  type DebateForm,
  type RelatedFields,
  type ResourceFields,
  rowField,
} from "#app/instructor/editor/debate-form.ts";
import { EditedField } from "#app/instructor/editor/EditedField.tsx";
import { changeThenFocus } from "#app/instructor/editor/focus.ts";
import { inOurForm } from "#app/instructor/editor/IssueFields.tsx";
import { Remarks } from "#app/instructor/editor/Remarks.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { buttonStyle } from "#app/shared/controls/button-styles.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { DEBATE_LIMITS } from "#debate/content/debate-limits.ts";

type RowsFieldsetProps = { list: "resources" | "related"; form: DebateForm };

/** Related resources, or other resolutions of the series: one row each. */
export function RowsFieldset({ list, form }: RowsFieldsetProps) {
  const t = useTranslations("instructor.editor");
  const { step, errors } = useEditor();
  const rows: (ResourceFields | RelatedFields)[] = form[list];
  return (
    <section aria-labelledby={`${list}-part`} className="grid grid-cols-1 content-start gap-4">
      <div>
        <h2 id={`${list}-part`} className="font-serif text-xl font-semibold">
          {t(`${list}Part`)}
        </h2>
        <p className="mt-1 text-sm text-ink-soft">{t(`${list}Hint`)}</p>
      </div>
      {errors.has(list) && (
        <p id={list} tabIndex={-1} aria-invalid role="alert" className="text-sm font-medium text-danger">
          {errors.get(list)}
        </p>
      )}
      <Remarks at={list} />
      <ol className="grid grid-cols-1 gap-5">
        {rows.map((row, index) => (
          <Row key={row.key} list={list} row={row} number={index + 1} count={rows.length} />
        ))}
      </ol>
      <Button
        id={`${list}.add`}
        variant="quiet"
        className="justify-self-start"
        onClick={() =>
          changeThenFocus(
            () => step({ do: "change", change: addRow(list) }),
            rowField(list, `k${form.nextKey}`, "label"),
          )
        }
      >
        <Plus aria-hidden="true" className="size-5" />
        {t(`${list}Add`)}
      </Button>
    </section>
  );
}

type RowProps = {
  list: "resources" | "related";
  row: ResourceFields | RelatedFields;
  number: number;
  count: number;
};

function Row({ list, row, number, count }: RowProps) {
  const t = useTranslations("instructor.editor");
  const { step } = useEditor();
  const set = (field: "label" | "url" | "date") => (text: string) =>
    step({
      do: "change",
      change: setRow(list, row.key, { [field]: text }),
      typingIn: rowField(list, row.key, field),
    });
  return (
    <li className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <EditedField
        id={rowField(list, row.key, "label")}
        label={t(`${list}Label`, { number })}
        value={row.label}
        limit={DEBATE_LIMITS.label}
        onText={set("label")}
      />
      {"url" in row ? (
        <EditedField
          id={rowField(list, row.key, "url")}
          label={t("address")}
          optional
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          value={row.url}
          onText={set("url")}
        />
      ) : (
        <EditedField
          id={rowField(list, row.key, "date")}
          label={t("date")}
          optional
          autoComplete="off"
          placeholder={t("dateExample")}
          value={row.date}
          onText={set("date")}
          onLeave={() => {
            const read = inOurForm(row.date);
            if (read !== row.date) set("date")(read);
          }}
        />
      )}
      <RowTools list={list} row={row} number={number} count={count} />
    </li>
  );
}

function RowTools({ list, row, number, count }: RowProps) {
  const t = useTranslations("instructor.editor");
  const { step, say } = useEditor();
  const icon = buttonStyle("quiet", "normal", "touch px-3! text-ink-soft!");
  const move = (by: -1 | 1) => {
    step({ do: "change", change: moveRow(list, row.key, by) });
    say(t("rowMoved", { to: number + by }));
  };
  const remove = () => {
    changeThenFocus(() => step({ do: "change", change: deleteRow(list, row.key) }), `${list}.add`);
    const restore = () => step({ do: "change", change: restoreRow(list, row, number - 1) });
    toast.success(t("rowDeleted"), { action: { label: t("undo"), onClick: restore } });
  };
  return (
    <div className="-mt-1 -ms-[min(0.75rem,3vw)] flex flex-wrap">
      <button
        type="button"
        className={icon}
        aria-disabled={number === 1}
        aria-label={t("rowUp", { number })}
        onClick={() => number > 1 && move(-1)}
      >
        <ArrowUp aria-hidden="true" className="size-4.5" />
      </button>
      <button
        type="button"
        className={icon}
        aria-disabled={number === count}
        aria-label={t("rowDown", { number })}
        onClick={() => number < count && move(1)}
      >
        <ArrowDown aria-hidden="true" className="size-4.5" />
      </button>
      <button type="button" className={icon} aria-label={t("rowDelete", { number })} onClick={remove}>
        <Trash2 aria-hidden="true" className="size-4.5" />
      </button>
    </div>
  );
}
