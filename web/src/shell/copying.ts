/** Puts a text on the clipboard; says whether the browser let it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no secure context, or not allowed: the text can still be selected
  }
}
