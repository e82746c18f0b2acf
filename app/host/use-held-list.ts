import { type FocusEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { held } from "#app/host/rebuttal-lists.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** In milliseconds. A tap's click comes only after the finger has left. */
const AFTER_TOUCH = 3000;

/** The list, kept in the order in which it was seen while a pointer or the focus is in it; and what its element listens to for that. */
export function useHeldList(inOrder: readonly Rebuttal[]) {
  const [seen, setSeen] = useState<readonly string[] | null>(null);
  const release = useRef<ReturnType<typeof setTimeout>>(undefined);
  const list = useMemo(() => (seen ? held(inOrder, seen) : inOrder), [inOrder, seen]);
  const hold = () => {
    clearTimeout(release.current);
    setSeen((before) => before ?? list.map(({ id }) => id));
  };
  const letGo = () => setSeen(null);
  const holds = {
    onPointerEnter: hold,
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType === "touch") release.current = setTimeout(letGo, AFTER_TOUCH);
      else letGo();
    },
    onFocus: hold,
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) letGo();
    },
  };
  return { list, holds, isHeld: seen !== null };
}
