/** At most one call a frame, the last one asked for. */
export function perFrame<T>(call: (given: T) => void): (given: T) => void {
  let next: { given: T } | undefined;
  return (given) => {
    if (next) {
      next.given = given;
      return;
    }
    next = { given };
    requestAnimationFrame(() => {
      const { given: last } = next!;
      next = undefined;
      call(last);
    });
  };
}
