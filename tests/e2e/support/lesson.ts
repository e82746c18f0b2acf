import { type BrowserContext, expect, type Page } from "playwright/test";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";
import { type Client, connectClient } from "#tests/support/client.ts";
import { rebuttal } from "#tests/support/lesson.ts";
import { OWN, SEED } from "#tests/support/newsletter.ts";
import { INSTRUCTOR, joinSession } from "#tests/support/requests.ts";

/** The real newsletter where it is at hand, else one of our own words in the same irregular form. */
export function newsletter(): string {
  return SEED ?? OWN;
}

/** One participant's planned votes. */
export type Plan = { before: Choice; after: Choice };

/** The plans that a movement matrix stands for, by its rows and columns: for, against, undecided. */
export function plansOf(matrix: number[][]): Plan[] {
  return CHOICES.flatMap((before, row) =>
    CHOICES.flatMap((after, column) =>
      Array.from({ length: matrix[row]?.[column] ?? 0 }, () => ({ before, after })),
    ),
  );
}

export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Email").fill(INSTRUCTOR.email);
  await page.getByLabel("Password", { exact: true }).fill(INSTRUCTOR.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Debates and sessions" }).waitFor();
  await whenInteractive(page);
}

/** Waits until React has every button of a page: a press before does nothing. */
export async function whenInteractive(page: Page): Promise<void> {
  // Unlike page.evaluate, it goes on waiting where the page gives way to another meanwhile.
  await page.waitForFunction(() => {
    const buttons = [...document.querySelectorAll("main button")];
    return buttons.length > 0 && buttons.every((button) => Object.keys(button).some(isReacts));
    function isReacts(key: string): boolean {
      return key.startsWith("__reactProps");
    }
  });
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A phone of its own that joins by the link on the wall. */
export async function joinByPhone(url: string, code: string, context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(`${url}/s/${code}`);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "You are in" }).waitFor();
  return page;
}

/** A student without a browser: a seat and a socket. */
export async function joinBySocket(url: string, code: string): Promise<Client> {
  const { participantId, ticket } = await joinSession(url, code);
  return connectClient(url, { auth: { code, ticket }, participantId });
}

const NAMES = { for: "For", against: "Against", undecided: "Undecided" } as const;

export async function vote(phone: Page, choice: Choice): Promise<void> {
  await phone.getByRole("button", { name: new RegExp(`^${NAMES[choice]}`, "u") }).click();
  await phone.getByText("Counted. You can change it until voting closes.").waitFor();
}

/** Sends what must be accepted. */
export async function said(answer: Promise<{ ok: boolean }>): Promise<void> {
  expect(await answer).toMatchObject({ ok: true });
}

/** Posts a rebuttal, and says which. */
export async function post(author: Client, given: Parameters<typeof rebuttal>[0]) {
  const posted = rebuttal(given);
  await said(author.send("rebuttal:post", posted));
  return posted;
}
