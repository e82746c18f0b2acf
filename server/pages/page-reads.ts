import { inPlainText } from "#debate/content/plain-debate.ts";
import { debateForClass, withoutKit, withoutPictures } from "#debate/content/versions.ts";
import type { Site } from "#debate/protocol/pages.ts";
import { linksOf } from "#debate/rules/link-paths.ts";
import { present } from "#debate/rules/present.ts";
import { accept, refuse } from "#debate/rules/result.ts";
import { keptUntil } from "#debate/rules/retention.ts";
import { assistantSettings, publicSettings } from "#debate/rules/settings.ts";
import { resultsOpened } from "#debate/rules/steps.ts";
import { etagOf } from "#server/http/etag.ts";
import { pathsOf } from "#server/http/session-routes.ts";
import type { Rooms } from "#server/live/rooms.ts";
import { sendsGrades } from "#server/lti/grades.ts";
import { type AccountOptions, accountReads } from "#server/pages/account-reads.ts";
import { classReads } from "#server/pages/class-reads.ts";
import { hostedSessions } from "#server/pages/hosted-sessions.ts";
import type { PageApi } from "#server/pages/page-api.ts";
import { whenGone } from "#server/platform/failures.ts";
import { cardPage, lessonStart } from "#server/sessions/card.ts";
import { codesOf, comparable, compare, hasOthers } from "#server/sessions/compare.ts";
import { originStates } from "#server/sessions/debate-origins.ts";
import { fairnessOf } from "#server/sessions/fairness.ts";
import { sessionByCode } from "#server/sessions/identify.ts";
import { enter, rolesIn, screenOf } from "#server/sessions/links.ts";
import { passesOf } from "#server/sessions/make-passes.ts";
import { marksOf } from "#server/sessions/marks/marks.ts";
import { debateFor } from "#server/sessions/open.ts";
import { participationOf } from "#server/sessions/participation.ts";
import { phonePage } from "#server/sessions/phone.ts";
import { retentionOf } from "#server/sessions/retention.ts";
import { review } from "#server/sessions/review.ts";
import { isTooLongSeries } from "#server/sessions/series.ts";
import { findDebates, relatedDebates, shelfPage } from "#server/sessions/shelf.ts";
import { readSnapshot, roster } from "#server/sessions/snapshot.ts";
import { usual } from "#server/sessions/usual.ts";

type Options = AccountOptions & { rooms: Rooms; site: Site };

/** The server's side of the page API: what pages may read. */
export function createPageApi({ rooms, site, ...accounts }: Options): PageApi {
  const { parts, caller } = accounts;
  const { store } = parts;
  const named = (headers: Headers, code: string, key?: string) =>
    sessionByCode(parts, code, caller.visitor(headers, { key }));
  /** The session that staff asks for, and their role in it. */
  async function entered(headers: Headers, code: string, as: "host" | "screen", key: string | undefined) {
    const session = await named(headers, code, key);
    if (!session.ok) return session;
    const staff = await enter(session.value, as, { key, signIn: () => caller.signIn(headers) });
    return staff.ok ? accept({ session: session.value, ...staff.value }) : staff;
  }

  return withoutGone({
    site: async () => site,

    ...accountReads(accounts),

    async dashboard(headers, verdicts, { asked, most } = { asked: {}, most: 0 }) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const shelf = await shelfPage(parts, instructor.id, asked, most);
      return accept({
        instructor,
        shelf,
        sessions: await hostedSessions(parts, instructor.id, verdicts),
      });
    },

    async surprise(headers, asked) {
      const instructorId = await caller.instructorId(headers);
      if (instructorId === null) return refuse("unauthorized");
      const { wanted } = await findDebates(parts, instructorId, asked);
      return accept(wanted.length === 0 ? null : (wanted[parts.ids.draw(wanted.length)]?.id ?? null));
    },

    ...classReads(parts, caller),

    async compare(headers, codes) {
      const instructor = await caller.instructor(headers);
      if (!instructor) return refuse("unauthorized");
      const typed = codes.split(",");
      const compared = await compare(parts, instructor.id, typed);
      const picked = codesOf(typed);
      const all = (await comparable(parts, instructor.id)).map(({ session, resolution }) => {
        const { code, settings, createdAt } = session;
        return { code, name: settings.name, resolution, createdAt };
      });
      const first = picked.flatMap((code) => all.find((each) => each.code === code) ?? [])[0];
      return accept({
        instructor,
        picked,
        comparison: compared.ok ? compared.value : null,
        problem: compared.ok ? null : { why: compared.why, codes: compared.codes },
        choices: all.filter(({ resolution }) => !first || resolution === first.resolution),
      });
    },

    async debate(headers, id) {
      const instructorId = await caller.instructorId(headers);
      if (instructorId === null) return refuse("unauthorized");
      const found = await debateFor(store, instructorId, id);
      if (!found) return refuse("not-found");
      const { debate, version, access, owner, isArchived, isDraft } = found;
      const file = await store.sources.nameOf(instructorId, id);
      return accept({
        debate,
        etag: etagOf(version),
        access,
        owner,
        isArchived,
        isDraft,
        related: await relatedDebates(parts, instructorId, debate.related),
        isTooLongSeries: await isTooLongSeries(store, instructorId, debate),
        ...(file && { file }),
      });
    },

    async usual(headers, id) {
      const instructorId = await caller.instructorId(headers);
      if (instructorId === null) return refuse("unauthorized");
      const found = await debateFor(store, instructorId, id);
      return found
        ? accept(await usual(parts, instructorId, inPlainText(found.debate)))
        : refuse("not-found");
    },

    async phone(headers, code) {
      const session = await named(headers, code);
      return session.ok ? phonePage(parts, session.value, caller.seatId(headers, session.value)) : session;
    },

    async card(headers, code) {
      const session = await named(headers, code);
      if (!session.ok) return session;
      return cardPage(parts, session.value, caller.seatId(headers, session.value));
    },

    async host(headers, code, key) {
      const staff = await entered(headers, code, "host", key);
      if (!staff.ok) return staff;
      const { session } = staff.value;
      const role = staff.value.role === "host" ? "host" : "assistant";
      const debate = await store.sessions.debateOf(session.id);
      const snapshot = await readSnapshot(parts, session.id, { role });
      if (!snapshot) return refuse("not-found");
      return accept({
        ...snapshot,
        role,
        code: session.code,
        settings: role === "host" ? session.settings : assistantSettings(session.settings),
        ...present({ simulated: session.simulated }),
        // [Y1] Assistants may be of the class.
        debate: withoutPictures(role === "host" ? debate : withoutKit(debate)),
        roster: await roster(parts, session, await rooms.present(session.id), role),
        paths: pathsOf(session.code),
        links: role === "host" ? linksOf(session) : {},
        ...(role === "host" && session.classId !== null && { byClass: true as const }),
        ...(role === "host" && (await sendsGrades(store, session)) && { sendsGrades: true as const }),
        address: caller.origin(headers),
        canCompare: role === "host" && (await hasOthers(parts, session)),
        ...(role === "host" && present({ keptUntil: keptUntil(session, await retentionOf(parts)) })),
      });
    },

    async passes(headers, code) {
      const staff = await entered(headers, code, "host", undefined);
      if (!staff.ok) return staff;
      const { session } = staff.value;
      const { settings } = session;
      // Without personal codes there is no such page.
      const byClass = session.classId !== null;
      if (settings.entry !== "personal" && !byClass) return refuse("not-found");
      return accept({
        code: session.code,
        name: settings.name,
        identity: settings.identity,
        address: caller.origin(headers),
        joinPath: pathsOf(session.code).join,
        passes: await passesOf(parts, session),
        byClass,
      });
    },

    async participation(headers, code) {
      const staff = await entered(headers, code, "host", undefined);
      if (!staff.ok) return staff;
      const { session } = staff.value;
      const found = await participationOf(parts, session);
      const { code: own, phase, settings } = session;
      return accept({ code: own, name: settings.name, phase, participation: found.ok ? found.value : null });
    },

    async marks(headers, code) {
      const staff = await entered(headers, code, "host", undefined);
      if (!staff.ok) return staff;
      const { session } = staff.value;
      const { name, language } = session.settings;
      const found = await marksOf(parts, session);
      return accept({
        ...{ code: session.code, name, by: session.hostId, language },
        debate: debateForClass(await store.sessions.debateOf(session.id)),
        marks: found.ok ? found.value : null,
        ...((await sendsGrades(store, session)) && { sendsGrades: true as const }),
      });
    },

    async fairness(headers, code) {
      const staff = await entered(headers, code, "host", undefined);
      return staff.ok ? accept(await fairnessOf(parts, staff.value.session)) : staff;
    },

    async screen(headers, code, key) {
      const staff = await entered(headers, code, "screen", key);
      if (!staff.ok) return staff;
      const { session } = staff.value;
      const snapshot = await readSnapshot(parts, session.id, screenOf(staff.value));
      if (!snapshot) return refuse("not-found");
      return accept({
        ...snapshot,
        code: session.code,
        settings: publicSettings(session.settings),
        ...present({ simulated: session.simulated }),
        debate: debateForClass(await store.sessions.debateOf(session.id), session.settings.version),
        address: caller.origin(headers),
        joinPath: pathsOf(session.code).join,
        isHost: staff.value.signIn !== undefined,
      });
    },

    async results(headers, code, key, as) {
      const session = await named(headers, code, key);
      if (!session.ok) return session;
      const shown = await caller.shows(headers, session.value, key);
      const roles = await rolesIn(parts, session.value, shown);
      // A host with a link of theirs is the host.
      const own = roles.includes("host") ? (["host"] as const) : roles;
      const asked = as === "class" ? own.map((role) => (role === "host" ? "reviewer" : role)) : [...own];
      const results = await review(parts, session.value, asked);
      if (!results.ok) return results;
      const debate = debateForClass(await store.sessions.debateOf(session.value.id));
      return accept({
        results: results.value,
        debate,
        settings: publicSettings(session.value.settings),
        ...present({ simulated: session.value.simulated }),
        name: session.value.settings.name,
        heldAt: await lessonStart(parts, session.value),
        isOpen: resultsOpened(session.value),
        isHost: roles.includes("host"),
        canCompare: roles.includes("host") && (await hasOthers(parts, session.value)),
        ...(roles.includes("host") && as !== "class" && (await ranIn(session.value.id))),
      });
    },
  });

  /** [D18] */
  async function ranIn(sessionId: string) {
    const origin = await store.sessions.originOf(sessionId);
    return present({ ran: (await originStates(parts, [origin]))(origin) });
  }
}

/** A session that is deleted while a page reads it is not found. */
function withoutGone(api: PageApi): PageApi {
  const reads = Object.entries(api) as [string, (...asked: unknown[]) => Promise<unknown>][];
  const quiet = reads.map(([name, read]) => [
    name,
    (...asked: unknown[]) => read(...asked).catch(whenGone(refuse("not-found"))),
  ]);
  return Object.fromEntries(quiet) as PageApi;
}
