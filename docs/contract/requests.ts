import { Health, NotReady, Ready, ServerTime } from "#debate/protocol/answers/health.ts";
import * as messages from "#debate/protocol/messages.ts";
import * as platformRequests from "#debate/protocol/platform-requests.ts";
import * as requests from "#debate/protocol/requests.ts";
import { ACCOUNT_REQUESTS } from "#docs/contract/account-requests.ts";
import { CLASS_LIST_REQUESTS } from "#docs/contract/class-list-requests.ts";
import { CLASS_REQUESTS } from "#docs/contract/class-requests.ts";
import { COMPARISON_REQUESTS } from "#docs/contract/comparison-requests.ts";
import { DEBATE_REQUESTS } from "#docs/contract/debate-requests.ts";
import { GRADE_REQUESTS } from "#docs/contract/grade-requests.ts";
import { HOST_REQUESTS } from "#docs/contract/host-requests.ts";
import { LAUNCH_REQUESTS } from "#docs/contract/launch-requests.ts";
import { MARK_REQUESTS } from "#docs/contract/mark-requests.ts";
import { PLATFORM_REQUESTS } from "#docs/contract/platform-requests.ts";
import type { Requests } from "#docs/contract/request.ts";
import { SESSION_REQUESTS } from "#docs/contract/session-requests.ts";
import { TEMPLATE_REQUESTS } from "#docs/contract/template-requests.ts";
import { VISIT_REQUESTS } from "#docs/contract/visit-requests.ts";
import { WORDS_REQUESTS } from "#docs/contract/words-requests.ts";

/** The bodies of requests, by the names under which the documents hold them. */
export const BODIES = {
  AccountRequest: requests.AccountRequest,
  SetupRequest: requests.SetupRequest,
  CastBallot: messages.CastBallot,
  ChangeAccount: requests.ChangeAccount,
  ChangePassword: requests.ChangePassword,
  ChooseLanguage: requests.ChooseLanguage,
  AddStudents: requests.AddStudents,
  ChangeClass: requests.ChangeClass,
  CreateClass: requests.CreateClass,
  ClassWord: requests.ClassWord,
  CodeRequest: requests.CodeRequest,
  DeleteAccount: requests.DeleteAccount,
  ImportRequest: requests.ImportRequest,
  InviteRequest: requests.InviteRequest,
  JoinRequest: requests.JoinRequest,
  MailReset: requests.MailReset,
  Nothing: messages.Nothing,
  OpenRequest: requests.OpenRequest,
  PaperRequest: requests.PaperRequest,
  PassesRequest: requests.PassesRequest,
  PickWords: requests.PickWords,
  PreviewList: requests.PreviewList,
  RenameSeat: requests.RenameSeat,
  ResetPassword: requests.ResetPassword,
  RenameTemplate: requests.RenameTemplate,
  SaveMarks: requests.SaveMarks,
  SaveNote: requests.SaveNote,
  ArchiveRequest: requests.ArchiveRequest,
  CopyRequest: requests.CopyRequest,
  CreateRequest: requests.CreateRequest,
  SaveRequest: requests.SaveRequest,
  ShareDebate: requests.ShareDebate,
  ShowStep: messages.ShowStep,
  SignInRequest: requests.SignInRequest,
  ChangeStudent: requests.ChangeStudent,
  StudentFields: requests.StudentFields,
  TemplateRequest: requests.TemplateRequest,
  NewPlatformRequest: platformRequests.NewPlatformRequest,
  UseLinkRequest: platformRequests.UseLinkRequest,
};

/** Every request that is not for a page. */
export const REQUESTS: Requests = {
  "GET /healthz": {
    does: "Whether the process runs, and its version.",
    by: "anyone",
    answers: { 200: { says: "It runs.", json: Health } },
  },
  "GET /api/time": {
    does: "The server’s clock, from which `X-Until` is counted: until when a request may be carried out, in milliseconds since the epoch. One that arrives later is refused as `late` [W23].",
    by: "anyone",
    answers: { 200: { says: "The time.", json: ServerTime } },
  },
  "GET /readyz": {
    does: "Whether the database answers, and Redis if it is used.",
    by: "anyone",
    answers: {
      200: { says: "Ready.", json: Ready },
      503: {
        says: "Not ready.",
        json: NotReady,
      },
    },
  },
  "GET /metrics": {
    does: "Metrics for Prometheus.",
    by: "metrics",
    answers: { 200: { says: "Prometheus text.", text: "text/plain" } },
  },
  ...ACCOUNT_REQUESTS,
  ...DEBATE_REQUESTS,
  ...SESSION_REQUESTS,
  ...COMPARISON_REQUESTS,
  ...TEMPLATE_REQUESTS,
  ...CLASS_LIST_REQUESTS,
  ...CLASS_REQUESTS,
  ...WORDS_REQUESTS,
  ...HOST_REQUESTS,
  ...MARK_REQUESTS,
  ...GRADE_REQUESTS,
  ...PLATFORM_REQUESTS,
  ...LAUNCH_REQUESTS,
  ...VISIT_REQUESTS,
};
