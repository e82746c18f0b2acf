"use client";
import { Toggle } from "@base-ui/react/toggle";
import { Toolbar } from "@base-ui/react/toolbar";
import { Tooltip } from "@base-ui/react/tooltip";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { ArrowDown, ArrowUp, Combine, Quote, Scissors, Trash2 } from "#app/icons/icons.ts";
import type { Icon } from "#app/icons/make-icon.tsx";
import { setParagraph } from "#app/instructor/editor/changes.ts";
import {
  mergeUp,
  move,
  type ParagraphProps,
  remove,
  splitAtCursor,
} from "#app/instructor/editor/paragraph-steps.ts";

const LOOK =
  "grid size-touch place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink " +
  "data-disabled:opacity-35 data-disabled:hover:bg-transparent data-pressed:bg-sunken data-pressed:text-ink";

/** One stop of the Tab key; arrow keys move within. */
export function ParagraphTools(props: ParagraphProps) {
  const { position, paragraph, number, previousKey, followingKey, step } = props;
  const t = useTranslations("instructor.editor");
  const quote = (quoted: boolean) =>
    step({ do: "change", change: setParagraph(position, paragraph.key, { quoted }) });
  return (
    <Toolbar.Root aria-label={t("tools", { number })} className="-ms-[min(0.5rem,2vw)] flex flex-wrap">
      <Tool
        label={t("split")}
        Icon={Scissors}
        button={<Toolbar.Button onClick={() => splitAtCursor(props, t)} />}
      />
      <Tool
        label={t("merge")}
        Icon={Combine}
        button={<Toolbar.Button disabled={previousKey === null} onClick={() => mergeUp(props, t)} />}
      />
      <Tool
        label={t("quoted")}
        Icon={Quote}
        button={<Toolbar.Button render={<Toggle pressed={paragraph.quoted} onPressedChange={quote} />} />}
      />
      <Tool
        label={t("moveUp")}
        Icon={ArrowUp}
        button={<Toolbar.Button disabled={previousKey === null} onClick={() => move(props, -1, t)} />}
      />
      <Tool
        label={t("moveDown")}
        Icon={ArrowDown}
        button={<Toolbar.Button disabled={followingKey === null} onClick={() => move(props, 1, t)} />}
      />
      <Tool label={t("delete")} Icon={Trash2} button={<Toolbar.Button onClick={() => remove(props, t)} />} />
    </Toolbar.Root>
  );
}

type ToolProps = { label: string; Icon: Icon; button: ReactElement };

function Tool({ label, Icon, button }: ToolProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={button} aria-label={label} className={LOOK}>
        <Icon aria-hidden="true" className="size-4.5" />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={4} className="z-40">
          <Tooltip.Popup className="rounded-control bg-ink px-2.5 py-1.5 text-sm text-paper">
            {label}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
