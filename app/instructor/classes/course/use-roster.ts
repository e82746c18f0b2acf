"use client";
import { useRef, useState } from "react";
import { useSignedIn } from "#app/instructor/frame/signed-in.tsx";
import { ask, type Failure, type Reply } from "#app/shared/ask.ts";
import type { Courses, RosterFilled } from "#debate/protocol/answers/platform-answers.ts";

export type Course = Courses["courses"][number];

/** In milliseconds: a platform lists a large course page by page, and is asked three times where it is out of order. */
const WAIT = 120_000;

/** [Q58] Filling a class from a course: the courses, the one chosen, and what it would change. `classId`: else a new class, or the course's own. */
export function useRoster({ classId, linkId }: { classId?: string | undefined; linkId: string | null }) {
  const by = useSignedIn();
  const [courses, setCourses] = useState<Course[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(linkId);
  const [preview, setPreview] = useState<RosterFilled | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [isFilling, setFilling] = useState(false);
  // The newest answer counts.
  const asked = useRef(0);

  async function newest<T>(reply: Promise<Reply<T>>): Promise<T | null> {
    asked.current += 1;
    const number = asked.current;
    setProblem(null);
    const came = await reply;
    if (number !== asked.current) return null;
    if (!came.ok) setProblem(came.code);
    return came.ok ? came.value : null;
  }
  function send(link: string, target: string | undefined, dryRun: boolean) {
    const request = { linkId: link, ...(target !== undefined && { classId: target }), dryRun };
    const signal = AbortSignal.timeout(WAIT);
    return newest(ask<RosterFilled>("POST", "/api/lti/rosters", request, { by, signal }));
  }
  async function choose(link: string, target = classId) {
    setChosen(link);
    setPreview(null);
    const found = await send(link, target, true);
    if (found) setPreview(found);
  }

  return {
    ...{ courses, chosen, preview, problem, isFilling },
    course: courses?.find((course) => course.linkId === chosen) ?? null,
    choose,
    async start(): Promise<void> {
      setPreview(null);
      if (linkId !== null) return choose(linkId);
      setCourses(null);
      const found = await newest(ask<Courses>("GET", "/api/lti/rosters"));
      if (!found) return;
      setCourses(found.courses);
      const course = found.courses.find((each) => each.linkId === chosen) ?? found.courses[0];
      if (course) await choose(course.linkId);
    },
    /** Null where it came to nothing. */
    async fill(): Promise<RosterFilled | null> {
      if (chosen === null || !preview) return null;
      setFilling(true);
      const filled = await send(chosen, classId ?? preview.classId ?? undefined, false);
      setFilling(false);
      return filled;
    },
  };
}
export type RosterWork = ReturnType<typeof useRoster>;
