import { z } from "zod";
import { NAME_LENGTH, readName } from "#debate/rules/names.ts";
import { accept, type Result, refuse } from "#debate/rules/result.ts";
import { SCOPES } from "#server/lti/scopes.ts";
import type { Services } from "#server/lti/service.ts";
import { jsonIn } from "#server/platform/outgoing.ts";
import type { Platform } from "#server/store/lti/platform-rows.ts";

const MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
/** [Q58] How many pages of a course are read: more are no class. */
const PAGES = 50;

const some = z.string().nullish();
const Member = z.object({
  user_id: z.coerce.string().min(1).max(255),
  roles: z.array(z.string()).default([]),
  status: some,
  name: some,
  given_name: some,
  family_name: some,
  lis_person_sourcedid: some,
});
const Container = z.object({ members: z.array(Member) });
/** [Q58] A student of a course; the name is empty where the platform tells none. */
export type CourseStudent = { sub: string; name: string; number: string | null };

/** [Q58] The students of a course, page by page (Names and Role Provisioning Services 2.0). */
export async function studentsOfCourse(
  services: Services,
  platform: Platform,
  address: string,
): Promise<Result<CourseStudent[]>> {
  const students = new Map<string, CourseStudent>();
  const read = new Set<string>();
  let next: string | null = address;
  while (next !== null) {
    if (read.size >= PAGES || read.has(next)) return refuse("too-many", "The course has too many pages.");
    read.add(next);
    const answered = await services.ask(platform, SCOPES.members, next, { headers: { accept: MEMBERS } });
    if (!answered.ok) return answered;
    const page = Container.safeParse(jsonIn(answered.value));
    if (answered.value.status !== 200 || !page.success)
      return refuse("forbidden", "The platform doesn't tell who is in the course.");
    for (const member of page.data.members)
      if (isStudent(member)) students.set(member.user_id, toStudent(member));
    next = nextIn(answered.value.headers.link, next);
  }
  return accept([...students.values()]);
}

/** Roles are short names here, or whole ones. Asked for again on each page: Moodle's next page forgets the filter. */
function isStudent({ roles, status }: z.infer<typeof Member>): boolean {
  const isLearner = roles.some((role) => /(^|[#/])Learner$/u.test(role));
  const isTeacher = roles.some((role) =>
    /(^|[#/])(Instructor|TeachingAssistant|ContentDeveloper)$/u.test(role),
  );
  return isLearner && !isTeacher && (status ?? "Active") === "Active";
}

function toStudent(member: z.infer<typeof Member>): CourseStudent {
  const told = member.name || [member.given_name, member.family_name].filter(Boolean).join(" ");
  const name = [...(readName(told) ?? "")].slice(0, NAME_LENGTH).join("").trim();
  return { sub: member.user_id, name, number: member.lis_person_sourcedid || null };
}

/** [Q42] The next page, if it is on the same site. */
function nextIn(link: string | string[] | undefined, from: string): string | null {
  const header = Array.isArray(link) ? link.join(", ") : (link ?? "");
  for (const [, address = "", parameters = ""] of header.matchAll(/<([^>]*)>((?:\s*;[^,<]*)*)/gu)) {
    if (!/;\s*rel\s*=\s*"?[^";]*\bnext\b/iu.test(parameters) || !URL.canParse(address, from)) continue;
    const url = new URL(address, from);
    return url.origin === new URL(from).origin ? url.href : null;
  }
  return null;
}
