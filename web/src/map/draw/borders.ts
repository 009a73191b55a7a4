/** Land, coast and borders: read once, projected once for each frame. */
import { geoGraticule, geoPath, type GeoProjection } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

type Countries = GeometryCollection<{ name?: string }>;
export interface Land {
  topology: Topology;
  countries: GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>[];
  land: GeoJSON.GeoJsonObject;
  coast: GeoJSON.MultiLineString;
  borders: GeoJSON.MultiLineString;
  /** Borders of areas that the file gives no country code. */
  disputed: GeoJSON.MultiLineString;
}

export function read(topology: Topology): Land {
  const all = topology.objects.countries as Countries;
  const coded = (...of: { id?: string | number }[]) => of.every((one) => one.id !== undefined);
  return {
    topology,
    countries: feature(topology, all).features as Land["countries"],
    land: feature(topology, topology.objects.land ?? all),
    coast: mesh(topology, all, (a, b) => a === b),
    borders: mesh(topology, all, (a, b) => a !== b && coded(a, b)),
    disputed: mesh(topology, all, (a, b) => a !== b && !coded(a, b)),
  };
}

/** Everything under the data as paths; they do not change while a slider moves. */
export interface Ground {
  land: string;
  coast: string;
  borders: string;
  disputed: string;
  graticule: string;
}
const grounds = new WeakMap<GeoProjection, Ground>();

export function ground(land: Land | undefined, projection: GeoProjection): Ground {
  const known = grounds.get(projection);
  if (known) return known;
  const path = geoPath(projection).digits(2);
  const line = (of: GeoJSON.GeoJsonObject | undefined) => (of && path(of as never)) || "";
  const made = {
    land: line(land?.land),
    coast: line(land?.coast),
    borders: line(land?.borders),
    disputed: line(land?.disputed),
    graticule: line(geoGraticule().step([20, 10])()),
  };
  if (land) grounds.set(projection, made);
  return made;
}
