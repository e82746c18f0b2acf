/** A form with one file. */
export function formWith(content: string | Buffer, name = "words.txt"): FormData {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(Buffer.from(content))]), name);
  return form;
}
