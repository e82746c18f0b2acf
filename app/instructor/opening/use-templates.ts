"use client";
import { useState } from "react";
import { ask, type Failure } from "#app/shared/ask.ts";
import type { Template } from "#debate/protocol/pages.ts";

/** [D34] The instructor's templates; none until they are read. */
export function useTemplates() {
  const [templates, setTemplates] = useState<readonly Template[]>([]);

  return {
    templates,
    /** One whose answer was lost may have been read already. */
    add: (template: Template) =>
      setTemplates((before) => [template, ...before.filter(({ id }) => id !== template.id)]),
    /** The newest first; none where the server can't be reached, so that a session can be opened without them. */
    load: async (): Promise<readonly Template[]> => {
      const reply = await ask<{ templates: Template[] }>("GET", "/api/templates");
      const found = reply.ok ? reply.value.templates : [];
      setTemplates(found);
      return found;
    },
    rename: async (id: string, name: string): Promise<Failure | null> => {
      const reply = await ask("PUT", `/api/templates/${id}`, { name });
      if (!reply.ok) return reply.code;
      setTemplates((before) => before.map((each) => (each.id === id ? { ...each, name } : each)));
      return null;
    },
    remove: async (id: string): Promise<Failure | null> => {
      const reply = await ask("DELETE", `/api/templates/${id}`);
      // Deleted meanwhile, in another tab, is as good as deleted now.
      if (!reply.ok && reply.code !== "not-found") return reply.code;
      setTemplates((before) => before.filter((each) => each.id !== id));
      return null;
    },
  };
}
