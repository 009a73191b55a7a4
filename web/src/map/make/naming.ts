/** How things are called; given by the page, so that making a scene needs no page. */
export interface Naming {
  name(id: string, kind?: string): string;
}
