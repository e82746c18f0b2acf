"use client";
import { useState } from "react";
import { type Aside, asidesOf, keepAsides } from "#app/instructor/editor/versions/aside.ts";

/** The versions of a debate that an instructor has set aside on this device. */
export function useAsides(id: string, by: string) {
  const [asides, setAsides] = useState(() => asidesOf(id, by));
  // What another tab has set aside meanwhile stays.
  const keep = (change: (asides: Aside[]) => Aside[]) => {
    const next = change(asidesOf(id, by));
    keepAsides(id, by, next);
    setAsides(next);
  };
  return {
    asides,
    add: (added: readonly Aside[]) => keep((before) => [...added, ...before]),
    remove: (gone: Aside) =>
      keep((before) => before.filter(({ at, whose }) => at !== gone.at || whose !== gone.whose)),
  };
}
