"use client";
import type { KeyboardEvent, ReactNode } from "react";

export const tabOf = (name: string) => `tab-${name}`;
export const panelOf = (name: string) => `panel-${name}`;

type TabListProps<Name extends string> = {
  label: string;
  names: readonly Name[];
  current: Name;
  onChoose: (name: Name) => void;
  className: string;
  tabClassName: (isCurrent: boolean) => string;
  children: (name: Name) => ReactNode;
};

/** The heads of tabs, as WAI-ARIA describes them: one stop of the Tab key; arrows, Home and End choose. */
export function TabList<Name extends string>({
  label,
  names,
  current,
  onChoose,
  className,
  tabClassName,
  children,
}: TabListProps<Name>) {
  const move = (event: KeyboardEvent) => {
    const at = names.indexOf(current);
    const last = names.length - 1;
    const to = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key];
    const next = to === undefined ? undefined : names[to];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(tabOf(next))?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={className}>
      {names.map((name) => (
        <button
          key={name}
          id={tabOf(name)}
          type="button"
          role="tab"
          aria-selected={name === current}
          aria-controls={panelOf(name)}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={move}
          className={tabClassName(name === current)}
        >
          {children(name)}
        </button>
      ))}
    </div>
  );
}
