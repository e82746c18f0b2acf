"use client";
import { type FormEvent, type RefObject, useEffect } from "react";

const nameIn = (form: HTMLFormElement | null) => {
  const field = form?.elements.namedItem("name");
  return field instanceof HTMLInputElement ? field : null;
};

/** [F26] The name that was typed is still there after a look at another page, as long as the tab is open. */
export function useTypedName(form: RefObject<HTMLFormElement | null>, code: string) {
  const place = `resolved.name.${code}`;
  useEffect(() => {
    const field = nameIn(form.current);
    try {
      if (field?.value === "") field.value = window.sessionStorage.getItem(place) ?? "";
    } catch {
      // Refused: the field stays empty.
    }
  }, [form, place]);
  const keep = (name: string) => {
    try {
      if (name === "") window.sessionStorage.removeItem(place);
      else window.sessionStorage.setItem(place, name);
    } catch {
      // Refused: it is typed again.
    }
  };
  return {
    onInput: (event: FormEvent<HTMLFormElement>) => keep(nameIn(event.currentTarget)?.value ?? ""),
    forget: () => keep(""),
  };
}
