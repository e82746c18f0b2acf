import { type Browser, expect, type Page, test } from "playwright/test";
import { whenInteractive } from "#tests/e2e/support/lesson.ts";
import { takePictures } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";
import { startProgram } from "#tests/support/program.ts";
import { INSTRUCTOR } from "#tests/support/requests.ts";

const PORT = "3987";
const HERE = `http://127.0.0.1:${PORT}`;

const picture = (page: Page, name: string) => takePictures(page, `instructors/${name}`, { fullPage: true });

async function signedIn(browser: Browser, at = HERE): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${at}/sign-in?next=/account`);
  await page.getByLabel("Email").fill(INSTRUCTOR.email);
  await page.getByLabel("Password", { exact: true }).fill(INSTRUCTOR.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/account");
  await whenInteractive(page);
  return page;
}

test("[E1][I1][I2][I10][I13][I15][I17] a colleague is invited by a link, which works once, and helped with a forgotten password @long", async ({
  browser,
}) => {
  await using _program = await startProgram({
    kind: "launched",
    variables: {
      PORT,
      PUBLIC_URL: HERE,
      OIDC_ISSUER: "https://accounts.school.invalid",
      OIDC_CLIENT_ID: "resolved",
      OIDC_CLIENT_SECRET: "never sent",
      OIDC_NAME: "Example University",
    },
  });
  const grace = await signedIn(browser);
  const invite = async (note: string) => {
    await grace.getByLabel("Who is it for?").fill(note);
    await grace.getByRole("button", { name: "Create invitation" }).click();
    await expect(grace.getByRole("listitem").filter({ hasText: note })).toBeVisible();
    return (await grace.getByText(`${HERE}/invite?token=`).textContent()) ?? "";
  };
  const [withdrawn, link, another] = [
    await invite("Alan, logic"),
    await invite("Ada, history department, for the spring term"),
    await invite("Grace herself, by mistake"),
  ];
  await picture(grace, "account");
  await grace.getByRole("button", { name: "Withdraw: Alan, logic" }).click();
  await expect(grace.getByRole("listitem").filter({ hasText: "Alan" })).toBeHidden();
  await grace.goto(link);
  await expect(grace.getByRole("heading", { name: "This link is for a colleague" })).toBeVisible();

  const ada = await (await browser.newContext()).newPage();
  await ada.goto(withdrawn);
  await expect(ada.getByRole("heading", { name: "This invitation isn’t valid" })).toBeVisible();
  await picture(ada, "invite-closed");
  await ada.goto(link);
  await ada.getByLabel("Name").fill("Ada Lovelace");
  await ada.getByLabel("Email").fill("ada@example.org");
  await ada.getByLabel("Password", { exact: true }).fill("Lovelace-1815");
  await ada.getByRole("button", { name: "Create account" }).click();
  await expect(ada.getByText("This password is too easy to guess")).toBeVisible();
  await picture(ada, "invite");
  await ada.getByLabel("Password", { exact: true }).fill("engine-notes-1843");
  await ada.getByRole("button", { name: "Create account" }).click();
  await ada.waitForURL("**/dashboard");
  await ada.getByRole("button", { name: "Open a session" }).first().click();
  await ada.getByRole("button", { name: "Open session" }).click();
  await ada.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
  await expect(ada.getByRole("button", { name: "Open the first vote" })).toBeVisible();

  // [I26] Grace can't help with a forgotten password before Ada allows it.
  await grace.goto(`${HERE}/account`);
  await expect(grace.getByRole("button", { name: "Make password link: Ada Lovelace" })).toBeHidden();
  await ada.goto(`${HERE}/account`);
  await ada.getByRole("button", { name: "Allow this", exact: true }).click();
  await expect(ada.getByRole("button", { name: "Don’t allow this" })).toBeVisible();

  // A person who has an account is told how to sign in, in the same words as anyone else.
  const again = await (await browser.newContext()).newPage();
  await again.goto(another);
  await again.getByLabel("Name").fill("Grace");
  await again.getByLabel("Email").fill(INSTRUCTOR.email);
  await again.getByLabel("Password", { exact: true }).fill("another-word-1906");
  await again.getByRole("button", { name: "Create account" }).click();
  await again.waitForURL("**/sign-in?by=invitation");
  await expect(again.getByText("Sign in with the account you already have")).toBeVisible();
  await picture(again, "accepted");
  await again.getByLabel("Email").fill(INSTRUCTOR.email);
  await again.getByLabel("Password", { exact: true }).fill(INSTRUCTOR.password);
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await again.waitForURL("**/dashboard");

  const late = await (await browser.newContext()).newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();

  // [I13][I15] Ada forgets her password, and Grace helps.
  await late.goto(`${HERE}/sign-in`);
  await late.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(late.getByText("The colleague who invited you, if you allowed it")).toBeVisible();
  await picture(late, "forgotten");
  await grace.goto(`${HERE}/account`);
  await grace.getByRole("button", { name: "Make password link: Ada Lovelace" }).click();
  const reset = (await grace.getByText(`${HERE}/reset?token=`).textContent()) ?? "";
  await late.goto(reset);
  await expect(late.getByText("For ada@example.org.")).toBeVisible();
  await picture(late, "reset");
  // [E1] The link's page tells no one its address, and still leads back to itself.
  await late.getByRole("button", { name: "日本語" }).click();
  await expect(late.getByLabel("新しいパスワード", { exact: true })).toBeVisible();
  expect(late.url()).toBe(reset.trim());
  await late.getByRole("button", { name: "English" }).click();
  await late.getByLabel("New password", { exact: true }).fill("looms-weave-flowers");
  await late.getByRole("button", { name: "Set password" }).click();
  await late.waitForURL("**/dashboard");
  await ada.goto(reset);
  await expect(ada.getByRole("heading", { name: "This link doesn’t work anymore" })).toBeVisible();
  await ada.goto(`${HERE}/account`);
  await ada.waitForURL("**/sign-in?**");

  // [I17] The account's name and language.
  await late.goto(`${HERE}/account`);
  await late.getByRole("textbox", { name: "Name" }).fill("Countess Lovelace");
  await late.getByRole("button", { name: "Save", exact: true }).click();
  await expect(late.getByRole("button", { name: "Account of Countess Lovelace" })).toBeVisible();
  await late.getByLabel("Language").selectOption("日本語");
  await late.getByRole("button", { name: "Save", exact: true }).click();
  await expect(late.getByRole("heading", { name: "名前と言語" })).toBeVisible();
  await late.getByLabel("言語").selectOption("English");
  await late.getByRole("button", { name: "保存", exact: true }).click();
  await late.getByRole("button", { name: "Don’t allow this" }).click();
  await expect(late.getByRole("button", { name: "Don’t allow this" })).toBeHidden();

  await ada.getByLabel("Email").fill("ada@example.org");
  await ada.getByLabel("Password", { exact: true }).fill("looms-weave-flowers");
  await ada.getByRole("button", { name: "Sign in", exact: true }).click();
  await ada.waitForURL("**/account");
  await ada.getByRole("button", { name: "Sign out everywhere" }).click();
  await ada.waitForURL("**/sign-in");
  // The provider does not exist: its button leads back with words.
  await ada.getByRole("link", { name: "Sign in with Example University" }).click();
  await expect(ada.getByText("Can’t reach Example University right now.")).toBeVisible();
  await picture(ada, "sign-in");
});

test("[I9] a code made on the instructor's phone signs in once on the classroom computer @long", async ({
  browser,
}) => {
  const program = await sharedProgram();
  const phone = await signedIn(browser, program.url);
  await phone.getByRole("button", { name: "Make a code" }).click();
  const code = (await phone.getByText(/^[0-9A-Z]{5} [0-9A-Z]{5}$/u).textContent()) ?? "";
  await expect(phone.getByText(`${program.url}/sign-in?by=code`)).toBeVisible();
  await picture(phone, "code-made");

  const lectern = await (await browser.newContext()).newPage();
  await lectern.goto(`${program.url}/sign-in?next=/debates/import`);
  await lectern.getByRole("link", { name: "Use a code from another device" }).click();
  await lectern.getByLabel("Code").fill("0000 1111");
  await lectern.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(lectern.getByText("A code has ten letters and digits.")).toBeVisible();
  await lectern.getByLabel("Code").fill("00000 11111");
  await lectern.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(lectern.getByText("This code isn’t valid.")).toBeVisible();
  await picture(lectern, "code");
  await lectern.getByLabel("Code").fill(code.toLowerCase());
  await lectern.getByRole("button", { name: "Sign in", exact: true }).click();
  await lectern.waitForURL("**/debates/import");

  const other = await (await browser.newContext()).newPage();
  await other.goto(`${program.url}/sign-in?by=code`);
  await other.getByLabel("Code").fill(code);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("This code isn’t valid.")).toBeVisible();
});

test("buttons that need scripts can't be pressed before these have run, and others can", async ({
  browser,
}) => {
  const { url } = await sharedProgram();
  const page = await (await browser.newContext()).newPage();
  const scripts: (() => void)[] = [];
  await page.route(/_next\/static\/.*\.js/u, async (route) => {
    await new Promise<void>((resolve) => scripts.push(resolve));
    await route.continue();
  });
  await page.goto(`${url}/sign-in`, { waitUntil: "commit" });
  const signIn = page.getByRole("button", { name: "Sign in", exact: true });
  await expect(signIn).toBeDisabled();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  for (const load of scripts) load();
  await expect(signIn).toBeEnabled();

  const phone = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await phone.goto(`${url}/join`);
  await expect(phone.getByRole("button", { name: "Join" })).toBeEnabled();
});
