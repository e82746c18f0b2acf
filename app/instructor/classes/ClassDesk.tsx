"use client";
import { useRouter } from "next/navigation";
import { ClassHead } from "#app/instructor/classes/ClassHead.tsx";
import { ClassSessions } from "#app/instructor/classes/ClassSessions.tsx";
import { ClassWordCard } from "#app/instructor/classes/ClassWordCard.tsx";
import { FillFromCourse } from "#app/instructor/classes/course/FillFromCourse.tsx";
import { AddList } from "#app/instructor/classes/list/AddList.tsx";
import { type Debates, OpenForClass } from "#app/instructor/classes/OpenForClass.tsx";
import { Students } from "#app/instructor/classes/Students.tsx";
import { useClass } from "#app/instructor/classes/use-class.ts";
import type { SchoolClass } from "#debate/protocol/answers/class-answers.ts";

type ClassDeskProps = {
  first: SchoolClass;
  debates: Debates;
  hasPlatforms: boolean;
  rosterLink: string | null;
};

/** A class: its students at the left, its word and sessions at the right; on a phone below each other. */
export function ClassDesk({ first, debates, hasPlatforms, rosterLink }: ClassDeskProps) {
  const work = useClass(first);
  const router = useRouter();
  return (
    <div className="grid grid-cols-1 gap-8">
      <ClassHead work={work} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-1 content-start gap-8">
          {hasPlatforms && (
            <div>
              <FillFromCourse
                classId={first.id}
                linkId={rosterLink}
                onFilled={() => {
                  void work.reload();
                  // From now on the class has a course.
                  router.refresh();
                }}
              />
            </div>
          )}
          <AddList work={work} />
          <Students work={work} />
        </div>
        <div className="grid grid-cols-1 content-start gap-8">
          <OpenForClass classId={work.now.id} debates={debates} />
          <ClassWordCard work={work} />
          <ClassSessions of={work.now} />
        </div>
      </div>
    </div>
  );
}
