import type { Usual } from "#debate/counting/usual.ts";
import type {
  AccountPage,
  CardPage,
  ClassesPage,
  ClassPage,
  ComparePage,
  DashboardPage,
  DebatePage,
  DebatePlace,
  FairnessPage,
  HostPage,
  Instructor,
  InvitationPage,
  MarksPage,
  OwnInstructorsPage,
  ParticipationPage,
  PassesPage,
  PhonePage,
  PlatformsPage,
  ResetPage,
  ResultsPage,
  ScreenPage,
  Site,
  StudentPage,
} from "#debate/protocol/pages.ts";
import type { ShelfRequest } from "#debate/protocol/shelf.ts";
import type { Result } from "#debate/rules/result.ts";
import type { Retention } from "#debate/rules/retention.ts";

/**
 * The page API, the only way for pages to read data. `headers` are those of the request and identify the caller.
 * Pages are bundled separately from the server, so it is on `globalThis` and not imported.
 */
export type PageApi = {
  instructor(headers: Headers): Promise<Instructor | null>;
  /** Whether this token allows creating the first instructor. */
  setupOpen(token: string): Promise<boolean>;
  /** [T9] How long this server keeps sessions. */
  retention(): Promise<Retention>;
  /** The state of an invitation. */
  invitation(token: string): Promise<InvitationPage>;
  /** The state of a link that sets a new password; an empty token is no link. */
  reset(token: string): Promise<ResetPage>;
  site(): Promise<Site>;
  /** The name of the OpenID Connect provider, if there is one. */
  provider(): Promise<string | null>;
  /** [I40] Whether instructors sign in with the provider only. */
  oidcOnly(): Promise<boolean>;
  /** [I39] The instructor whose sign-in may do nothing but set up a second factor. */
  withoutSecondFactor(headers: Headers): Promise<Instructor | null>;
  /** [I42] For the owner of the server. */
  instructors(headers: Headers): Promise<Result<OwnInstructorsPage>>;
  account(headers: Headers): Promise<Result<AccountPage>>;
  platforms(headers: Headers): Promise<Result<PlatformsPage>>;
  /**
   * Computes verdicts of the newest `verdicts` sessions only, because hundreds take seconds, and lists at most `most` debates.
   */
  dashboard(
    headers: Headers,
    verdicts: number,
    debates?: { asked: ShelfRequest; most: number },
  ): Promise<Result<DashboardPage>>;
  /** [D44] The id of one of the debates that fit, by lot; null if none does. */
  surprise(headers: Headers, asked: ShelfRequest): Promise<Result<string | null>>;
  classes(headers: Headers): Promise<Result<ClassesPage>>;
  schoolClass(headers: Headers, id: string): Promise<Result<ClassPage>>;
  studentYear(headers: Headers, id: string, studentId: string): Promise<Result<StudentPage>>;
  /** `codes` as they were typed, with commas between them. */
  compare(headers: Headers, codes: string): Promise<Result<ComparePage>>;
  debate(headers: Headers, id: string): Promise<Result<DebatePage & DebatePlace>>;
  /** [D20] What a debate did in the caller's sessions; null without any whose results are open. */
  usual(headers: Headers, id: string): Promise<Result<Usual | null>>;
  phone(headers: Headers, code: string): Promise<Result<PhonePage>>;
  /** [V21] By the seat in the phone's cookie; `unauthorized` without one. */
  card(headers: Headers, code: string): Promise<Result<CardPage>>;
  /** `key`: the key in a link. */
  host(headers: Headers, code: string, key?: string): Promise<Result<HostPage>>;
  passes(headers: Headers, code: string): Promise<Result<PassesPage>>;
  participation(headers: Headers, code: string): Promise<Result<ParticipationPage>>;
  /** [Q20] For the host. */
  marks(headers: Headers, code: string): Promise<Result<MarksPage>>;
  /** [Y12] For the host. */
  fairness(headers: Headers, code: string): Promise<Result<FairnessPage>>;
  screen(headers: Headers, code: string, key: string | undefined): Promise<Result<ScreenPage>>;
  /** `as`: what the class may read, also for the host. */
  results(headers: Headers, code: string, key?: string, as?: "class"): Promise<Result<ResultsPage>>;
};

const KEY = Symbol.for("resolved.page-api");
type Holder = { [KEY]?: PageApi };

export function providePageApi(api: PageApi): void {
  (globalThis as Holder)[KEY] = api;
}

export function pageApi(): PageApi {
  const found = (globalThis as Holder)[KEY];
  if (!found)
    throw new Error("The page API is not there: start the server with `npm start` or `npm run dev`.");
  return found;
}
