/** A bare Cesium widget: nothing from the net, nothing that moves by itself, no words of its own. */
import {
  CesiumWidget,
  Color,
  Credit,
  CreditDisplay,
  FeatureDetection,
  ImageryLayer,
  Ion,
  TileMapServiceImageryProvider,
  Transforms,
  buildModuleUrl,
} from "@cesium/engine";
import "@cesium/engine/Source/Widget/CesiumWidget.css";
import type { Ink } from "./ink";

export function widget(box: HTMLElement): CesiumWidget {
  Ion.defaultAccessToken = "";
  // Where the sun stands is of no matter here: without tables none are loaded.
  Object.assign(Transforms, { iau2006XysData: { computeXysRadians: () => undefined } });
  CreditDisplay.cesiumCredit = new Credit("CesiumJS"); // else it loads a picture; the page names it in its own words
  Object.assign(FeatureDetection, { supportsImageRenderingPixelated: () => false }); // it would set a style attribute
  // Its credits bring a style element, which the content policy forbids: kept where no page is.
  const aside = document.createElement("div").attachShadow({ mode: "open" });
  const credits = aside.appendChild(document.createElement("div"));
  const made = new CesiumWidget(box, {
    baseLayer: false,
    skyBox: false,
    skyAtmosphere: false,
    scene3DOnly: true,
    requestRenderMode: true,
    maximumRenderTimeChange: Infinity,
    useDefaultRenderLoop: false,
    showRenderLoopErrors: false,
    useBrowserRecommendedResolution: false, // as sharp as the screen
    blurActiveElementOnCanvasFocus: false,
    creditContainer: credits,
    creditViewport: credits,
    contextOptions: { webgl: { preserveDrawingBuffer: true } }, // so that the picture can be saved
  });
  const { scene } = made;
  scene.fog.enabled = false;
  scene.globe.maximumScreenSpaceError = 1.4; // else the edge of the Earth has corners
  scene.globe.showGroundAtmosphere = false;
  scene.globe.showWaterEffect = false;
  scene.globe.enableLighting = false;
  scene.screenSpaceCameraController.minimumZoomDistance = 50_000;
  scene.screenSpaceCameraController.maximumZoomDistance = 60_000_000;
  return made;
}

/** The bundled picture of the Earth; without it the globe is plain. */
export async function imagery(made: CesiumWidget): Promise<ImageryLayer | undefined> {
  const address = buildModuleUrl("Assets/Textures/NaturalEarthII");
  const found = await TileMapServiceImageryProvider.fromUrl(address).catch(() => undefined);
  return found && !made.isDestroyed() ? made.imageryLayers.addImageryProvider(found) : undefined;
}

/** Muted, so that what is drawn on it stands out on either paper. */
export function tint(made: CesiumWidget, layer: ImageryLayer | undefined, ink: Ink): void {
  made.scene.backgroundColor = Color.fromCssColorString(ink.desk);
  made.scene.globe.baseColor = Color.fromCssColorString(ink.sea);
  if (!layer) return;
  layer.saturation = 0.4;
  layer.alpha = ink.night ? 0.3 : 0.45;
}
