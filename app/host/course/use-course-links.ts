"use client";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useOnReturn } from "#app/live/use-on-return.ts";
import { ask, type Failure } from "#app/shared/ask.ts";
import { press } from "#app/shared/press.ts";
import type { SessionLinks } from "#debate/protocol/answers/platform-answers.ts";

export type ListedLink = SessionLinks["others"][number] & { isHere: boolean };

/** [Q55] The links of courses that lead to a session or may lead to it, and what turns one on or off. */
export function useCourseLinks(code: string) {
  const path = `/api/sessions/${code}/lti`;
  const [known, setKnown] = useState<SessionLinks | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  // The newest answer counts, also where a press came between.
  const asked = useRef(0);
  const reload = async () => {
    asked.current += 1;
    const number = asked.current;
    const reply = await ask<SessionLinks>("GET", path);
    if (number !== asked.current) return;
    setProblem(reply.ok ? null : reply.code);
    if (reply.ok) setKnown(reply.value);
  };
  const start = useEffectEvent(reload);
  useEffect(() => void start(), []);
  useOnReturn(reload);

  async function lead({ issuer, clientId, deploymentId, resourceLinkId }: ListedLink) {
    const reply = await press<SessionLinks>("POST", path, { issuer, clientId, deploymentId, resourceLinkId });
    asked.current += 1;
    setProblem(reply.ok ? null : reply.code);
    if (reply.ok) setKnown(reply.value);
  }
  async function unlink({ isHere: _, ...link }: ListedLink) {
    const reply = await press("DELETE", `${path}/${link.id}`);
    asked.current += 1;
    const isGone = reply.ok || reply.code === "not-found";
    setProblem(isGone ? null : reply.code);
    // It stays in the list, to be turned on again.
    if (isGone)
      setKnown(
        (now) =>
          now && {
            ...now,
            links: now.links.filter(({ id }) => id !== link.id),
            others: [...now.others.filter(({ id }) => id !== link.id), { ...link, now: null }],
          },
      );
  }
  return { links: known && listed(known), platforms: known?.platforms ?? 0, problem, reload, lead, unlink };
}

/** By course and title, so that a link stays in its place when it is turned on or off. */
function listed({ links, others }: SessionLinks): ListedLink[] {
  const all = [
    ...links.map((link) => ({ ...link, now: null, isHere: true })),
    ...others.map((link) => ({ ...link, isHere: false })),
  ];
  const place = ({ course, title, id }: ListedLink) => [course ?? "", title ?? "", id].join("\n");
  return all.toSorted((one, other) => place(one).localeCompare(place(other)));
}
