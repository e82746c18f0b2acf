const AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/";
const NRPS = "https://purl.imsglobal.org/spec/lti-nrps/scope/";
/** [Q60] [Q58] What is asked of a platform, and no more. */
export const SCOPES = {
  lineItem: `${AGS}lineitem`,
  score: `${AGS}score`,
  members: `${NRPS}contextmembership.readonly`,
} as const;
