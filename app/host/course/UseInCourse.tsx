"use client";
import { useTranslations } from "next-intl";
import { type ListedLink, useCourseLinks } from "#app/host/course/use-course-links.ts";
import { Toggle } from "#app/host/session/Toggle.tsx";
import { BookOpen } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog, DialogClose } from "#app/shared/controls/Dialog.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { isolated } from "#app/shared/text/isolated.ts";

type UseInCourseProps = { code: string; isClosed: boolean };

/** [Q55] Leads activities of courses on learning platforms to the session. */
export function UseInCourse(props: UseInCourseProps) {
  const t = useTranslations("host.courseLinks");
  const shared = useTranslations("shared");
  return (
    <Dialog
      title={t("title")}
      description={t("body")}
      trigger={
        <Button>
          <BookOpen aria-hidden="true" className="size-4.5" />
          {t("title")}
        </Button>
      }
      actions={<DialogClose render={<Button>{shared("close")}</Button>} />}
    >
      <CourseLinks {...props} />
    </Dialog>
  );
}

function CourseLinks({ code, isClosed }: UseInCourseProps) {
  const t = useTranslations("host.courseLinks");
  const shared = useTranslations("shared");
  const refusals = useTranslations("refusals");
  const { links, platforms, problem, reload, lead, unlink } = useCourseLinks(code);
  const failed = problem && (
    <Notice
      kind="error"
      title={t(links ? "notSaved" : "failed")}
      action={
        !links && (
          <Button size="small" onClick={() => void reload()}>
            {shared("retry")}
          </Button>
        )
      }
    >
      {problem === "forbidden" ? t("forbidden") : refusals(problem)}
    </Notice>
  );
  if (!links)
    return (
      failed ?? (
        <p role="status" className="text-sm text-ink-soft">
          {t("loading")}
        </p>
      )
    );
  if (platforms === 0) return <Notice>{t("noPlatform")}</Notice>;
  const shown = links.filter(({ isHere }) => isHere || !isClosed);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {failed}
      {isClosed && <Notice>{t("closed")}</Notice>}
      {shown.length > 0 && (
        <ul aria-label={t("list")} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {shown.map((link) => (
            <li key={link.id}>
              <LinkSwitch link={link} onChange={(isOn) => (isOn ? lead(link) : unlink(link))} />
            </li>
          ))}
        </ul>
      )}
      {!isClosed && <p className="text-sm text-ink-soft">{t(shown.length > 0 ? "another" : "none")}</p>}
    </div>
  );
}

type LinkSwitchProps = { link: ListedLink; onChange: (isOn: boolean) => Promise<void> };

function LinkSwitch({ link, onChange }: LinkSwitchProps) {
  const t = useTranslations("host.courseLinks");
  const { title, course, resourceLinkId, isHere, now } = link;
  const state = isHere ? t("here") : now === null ? t("nowhere") : t("elsewhere", { code: now });
  return (
    <Toggle
      label={title === null ? t("untitled", { id: resourceLinkId }) : isolated(title)}
      hint={course === null ? state : t("inCourse", { course: isolated(course), state })}
      checked={isHere}
      onChange={onChange}
    />
  );
}
