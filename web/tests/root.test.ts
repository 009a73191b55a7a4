import { describe, expect, it } from "vitest";
import { rootOf, routeOf, under } from "../src/state/root";

describe("where the page stands on its server", () => {
  it("is at the top without a sub-path, and below it with one", () => {
    expect([undefined, "", "./", "/"].map(rootOf)).toEqual(["/", "/", "/", "/"]);
    expect(rootOf("/shield/eu/")).toBe("/shield/eu/");
  });

  it.each(["/", "/questions", "/question/icbm-reach", "/api/v1"])("addresses below a root lead back to their route: %s", (route) => {
    expect(under(route, "/")).toBe(route);
    expect(under(route, "/shield/")).toBe(`/shield${route}`);
    for (const at of ["/", "/shield/"]) expect(routeOf(under(route, at), at)).toBe(route);
  });

  it("the root itself is the workbench, with or without its slash", () => {
    expect(routeOf("/shield", "/shield/")).toBe("/");
    expect(routeOf("/shield/", "/shield/")).toBe("/");
    expect(routeOf("/shields", "/shield/")).toBe("/shields");
  });
});
