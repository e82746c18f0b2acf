/**
 * The server that all tests share (global-setup.ts), each with its own sessions and debates, and the cookies of its instructor.
 * Tests that need settings, or restart the server, start their own; those that sign out or delete an account invite a colleague.
 */
export function sharedProgram(): { url: string; cookie: string } {
  const { SHARED_URL: url = "", SHARED_COOKIE: cookie = "" } = process.env;
  return { url, cookie };
}
