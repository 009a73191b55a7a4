/** Which parameter's claims lie open; any part of the page may open them. */
class Drawer {
  path = $state("");

  show(path: string): void {
    this.path = path;
  }
  close(): void {
    this.path = "";
  }
}

export const drawer = new Drawer();
