"use client";
import { useRef } from "react";
import { FileText } from "#app/icons/icons.ts";
import { Button } from "#app/shared/controls/Button.tsx";

type FileButtonProps = {
  /** Kinds of files, as the browser's dialog takes them. */
  accept: string;
  main?: boolean;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
  children: string;
};

/** Opens the browser's dialog for a file. */
export function FileButton({ accept, main = false, multiple = false, onFiles, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={main ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        <FileText aria-hidden="true" className="size-5" />
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        aria-label={children}
        className="hidden"
        accept={accept}
        multiple={multiple}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file again, corrected meanwhile, is a change too.
          target.value = "";
        }}
      />
    </>
  );
}
