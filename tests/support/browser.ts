/** A minimal browser that follows redirects and keeps cookies: a jar for each host, and a name for an address. */
export function createBrowser(names: Record<string, () => string>) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };
  const cookieFor = (url: URL) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join("; ");

  async function get(url: URL): Promise<Response> {
    const at = names[url.origin]?.() ?? url.origin;
    const response = await fetch(`${at}${url.pathname}${url.search}`, {
      redirect: "manual",
      headers: { cookie: cookieFor(url) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=Thu, 01 Jan 1970/iu.test(line)) jarOf(url).delete(name);
      else jarOf(url).set(name, value);
    }
    return response;
  }

  return {
    cookie: (origin: string) => cookieFor(new URL(origin)),
    put: (origin: string, cookie: string) => {
      for (const pair of cookie.split("; ")) {
        const [name = "", ...value] = pair.split("=");
        jarOf(new URL(origin)).set(name, value.join("="));
      }
    },
    /** Goes to an address and follows its redirects, but not past an address for which `stops` is true. */
    async go(to: string, stops: (url: URL) => boolean = () => false): Promise<URL> {
      let url = new URL(to);
      for (let hops = 0; hops < 20; hops += 1) {
        if (stops(url)) return url;
        const response = await get(url);
        const location = response.headers.get("location");
        if (!location) return url;
        url = new URL(location, url);
      }
      throw new Error(`${to} leads round in circles`);
    },
  };
}
