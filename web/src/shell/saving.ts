/** Keeps what the server or the map gives as a file. */
import { Refused } from "../api/client";
import type { Wrong } from "../api/types";

/** The name that the server gives a file; else one made of what was asked. */
export function filename(disposition: string | null, otherwise: string): string {
  const name = /filename="?([^";]+)"?/.exec(disposition ?? "")?.[1];
  return name?.replace(/[^\w.-]/g, "-") || otherwise;
}

export function keep(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the browser reads it after the click
}

/** Fetch a file and keep it; what the server refuses is said, not saved. */
export async function fetched(address: string, otherwise: string): Promise<void> {
  const none: Wrong = { status: 0, kind: "offline", what: "the server does not answer", where: address, why: "", fix: "" };
  const reply = await fetch(address).catch(() => {
    throw new Refused(none);
  });
  if (!reply.ok) {
    const body = (await reply.json().catch(() => null)) as { error?: Wrong } | null;
    throw new Refused(body?.error ?? { ...none, status: reply.status, kind: "", what: reply.statusText });
  }
  keep(await reply.blob(), filename(reply.headers.get("Content-Disposition"), otherwise));
}
