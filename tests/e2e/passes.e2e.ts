import { type BrowserContextOptions, expect, type Page, test } from "playwright/test";
import { check, SCHEMES } from "#tests/e2e/support/faces.ts";
import { signIn } from "#tests/e2e/support/lesson.ts";
import { takePicture } from "#tests/e2e/support/pictures.ts";
import { sharedProgram } from "#tests/e2e/support/program.ts";

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 568 };
const LAPTOP = { width: 1280, height: 800 };

for (const colorScheme of SCHEMES)
  test(`[J10] codes are printed, one opens a seat on one phone, and without scripts with a word, ${colorScheme} @long`, async ({
    browser,
  }) => {
    const program = await sharedProgram();
    const { url } = program;
    const open = async (options: BrowserContextOptions) =>
      (await browser.newContext({ colorScheme, reducedMotion: "reduce", ...options })).newPage();

    const host = await open({ viewport: LAPTOP });
    await signIn(host, url);
    await host.getByRole("button", { name: "Open a session" }).first().click();
    await host.getByText("More settings").click();
    await expect(host.getByText("someone with two phones can vote twice")).toBeVisible();
    await host.getByRole("radio", { name: "Anonymous" }).click();
    await host.getByRole("switch", { name: "Personal codes" }).click();
    await expect(host.getByText("Trying a code uses it up")).toBeVisible();
    await check(host, `passes opening ${colorScheme}`);
    await host.getByRole("button", { name: "Open session" }).click();
    await host.waitForURL(/\/host\/[0-9A-Z]{6}$/u);
    const code = new URL(host.url()).pathname.split("/").at(-1) ?? "";

    const opened = host.waitForEvent("popup");
    await host.getByRole("main").getByRole("link", { name: "Personal codes" }).click();
    const sheet = await opened;
    await sheet.getByLabel("How many more").fill("0");
    await sheet.getByRole("button", { name: "Make codes" }).click();
    await expect(sheet.getByText("Enter a number from 1 to 1,000.")).toBeVisible();
    await sheet.getByLabel("How many more").fill("7");
    await sheet.getByRole("button", { name: "Make codes" }).click();
    const slips = sheet.getByRole("list", { name: "The codes" }).getByRole("listitem");
    await expect(slips).toHaveCount(7);
    await check(sheet, `passes sheet ${colorScheme}`);
    await sheet.setViewportSize(PHONE);
    await check(sheet, `passes sheet narrow ${colorScheme}`);
    await sheet.setViewportSize({ width: 794, height: 1123 });
    await sheet.emulateMedia({ media: "print" });
    await expect(sheet.getByRole("button", { name: "Print" })).toBeHidden();
    await takePicture(sheet, `screens/passes-printed-${colorScheme}`);
    const linkOf = async (slip: number) =>
      (await slips.nth(slip).getByRole("img").getAttribute("aria-label"))?.split(" ").at(-1) ?? "";
    const passOf = async (slip: number) =>
      new URLSearchParams(new URL(await linkOf(slip)).hash.slice(1)).get("pass") ?? "";
    const link = await linkOf(0);
    expect(link).toMatch(/\/s\/\w{6}#pass=\w{8}$/u);

    const phone = await open({ viewport: PHONE });
    await phone.goto(`${url}/s/${code}`);
    const field = phone.getByLabel("Your personal code");
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone.getByText("Enter your personal code.")).toBeVisible();
    await expect(field).toBeFocused();
    await field.fill("7777 7777");
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone.getByText("That isn’t a personal code for this session.")).toBeVisible();
    await expect(field).toBeFocused();
    await check(phone, `passes join refused ${colorScheme}`);

    await phone.goto(url);
    await phone.goto(url + link.slice(new URL(link).origin.length));
    await expect(field).toHaveValue(/^\w{4} \w{4}$/u);
    for (const viewport of [SMALL_PHONE, PHONE]) {
      await phone.setViewportSize(viewport);
      await check(phone, `passes join ${viewport.width} ${colorScheme}`);
    }
    // [J10] The server has the join, and its answer is lost: the phone sends its claim again.
    await phone.route("**/join?*", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone.getByText("Can’t reach the server")).toBeVisible();
    await phone.unroute("**/join?*");
    await phone.context().clearCookies();
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone.getByRole("heading", { name: "You are in" })).toBeVisible();

    const pass = await passOf(0);
    await joinsElsewhere(pass);
    await joinsWithoutScripts(await passOf(1));
    await expect(host.getByText("2 people are here").first()).toBeVisible();
    await check(host, `passes lobby ${colorScheme}`);

    const wall = await open({ viewport: { width: 1920, height: 1080 } });
    await wall.context().addCookies(await host.context().cookies());
    await wall.goto(`${url}/screen/${code}`);
    await expect(wall.getByText("with your personal code")).toBeVisible();
    await check(wall, `passes wall ${colorScheme}`);

    const lock = host.getByRole("switch", { name: "Stop new people joining" });
    await lock.click();
    await expect(lock).toBeChecked();
    const third = await open({ viewport: PHONE });
    await third.goto(`${url}/s/${code}`);
    await expect(third.getByText("on the phone you joined with")).toBeVisible();
    await check(third, `passes locked ${colorScheme}`);
    await third.getByLabel("Your personal code").fill(pass);
    await third.getByRole("button", { name: "Join" }).click();
    await expect(third.getByText("New people can’t join right now")).toBeVisible();
    // [J10] The first phone has lost its cookie, and still has its claim.
    await phone.context().clearCookies();
    await phone.goto(`${url}/s/${code}`);
    await field.fill(pass);
    await phone.getByRole("button", { name: "Join" }).click();
    await expect(phone.getByRole("heading", { name: "You are in" })).toBeVisible();

    async function joinsElsewhere(used: string): Promise<void> {
      const second = await open({ viewport: PHONE });
      await second.goto(`${url}/s/${code}`);
      await second.getByLabel("Your personal code").fill(used.toLowerCase());
      await expect(second.locator("form noscript")).toBeHidden();
      await second.getByRole("button", { name: "Join" }).click();
      await expect(second.getByText("This code is already used on another phone.")).toBeVisible();
      await expect(second.getByLabel("Your personal code")).toBeFocused();
      for (const viewport of [PHONE, SMALL_PHONE]) {
        await second.setViewportSize(viewport);
        await check(second, `passes used ${viewport.width} ${colorScheme}`);
      }
    }

    /** What axe would say of it needs scripts. */
    function picture(page: Page, where: string): Promise<void> {
      return takePicture(page, `screens/passes-${where}-${colorScheme}`, { fullPage: true });
    }

    async function joinsWithoutScripts(unused: string): Promise<void> {
      const enter = async (word: string) => {
        const plain = await open({ viewport: PHONE, javaScriptEnabled: false });
        await plain.goto(`${url}/s/${code}`);
        for (const viewport of [PHONE, SMALL_PHONE]) {
          await plain.setViewportSize(viewport);
          await picture(plain, `plain-${viewport.width}`);
        }
        await plain.getByLabel("Your personal code").fill(unused);
        await plain.getByLabel("A word only you know").fill(word);
        await plain.getByRole("button", { name: "Join" }).click();
        return plain;
      };
      const first = await enter("a word of mine");
      await expect(first.getByRole("heading", { name: "You are in" })).toBeVisible();
      const stranger = await enter("another word");
      await expect(stranger.getByText("This code is already used on another phone.")).toBeVisible();
      await picture(stranger, "plain-used");
      const back = await enter("A word of mine");
      await expect(back.getByRole("heading", { name: "You are in" })).toBeVisible();
    }
  });
