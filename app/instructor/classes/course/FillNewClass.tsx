"use client";
import { useRouter } from "next/navigation";
import { FillFromCourse } from "#app/instructor/classes/course/FillFromCourse.tsx";

/** [Q58] Fills a class from a course and goes to it. */
export function FillNewClass() {
  const router = useRouter();
  return (
    <FillFromCourse onFilled={({ classId }) => classId !== null && router.push(`/classes/${classId}`)} />
  );
}
