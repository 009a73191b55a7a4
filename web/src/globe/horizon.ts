/** What the Earth hides. */
type Place = { x: number; y: number; z: number };

const BALL_M = 6_350_000; // a little within the Earth, so that places on its edge are not lost

/** Whether a place at or above the ground is seen from `eye`; both from the middle of the Earth, metres. */
export function visible(place: Place, eye: Place): boolean {
  const way = { x: place.x - eye.x, y: place.y - eye.y, z: place.z - eye.z };
  const long = dot(way, way);
  // how far along the way from the eye it comes nearest to the middle
  const share = long > 0 ? -dot(eye, way) / long : 1;
  if (share <= 0 || share >= 1) return true;
  const near = { x: eye.x + share * way.x, y: eye.y + share * way.y, z: eye.z + share * way.z };
  return dot(near, near) > BALL_M ** 2;
}

const dot = (one: Place, other: Place): number => one.x * other.x + one.y * other.y + one.z * other.z;
