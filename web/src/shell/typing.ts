/** Whether keys pressed here are somebody typing: then Ctrl+Z is theirs. */
export function typing(target: EventTarget | null): boolean {
  const element = target as { tagName?: string; type?: string; isContentEditable?: boolean } | null;
  if (!element?.tagName) return false;
  if (element.isContentEditable || element.tagName === "TEXTAREA") return true;
  return element.tagName === "INPUT" && !["range", "checkbox", "radio", "button", "submit"].includes(element.type ?? "");
}
