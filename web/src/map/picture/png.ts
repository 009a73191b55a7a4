/** Texts within a PNG file, as its standard has them (iTXt: in any language). */

const TABLE = Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const one of bytes) value = TABLE[(value ^ one) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** The same picture with texts, by keyword, after its first chunk. */
export function texted(png: Uint8Array, texts: Record<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const chunks = Object.entries(texts).map(([key, text]) => {
    // keyword, end, not compressed, no language, no translated keyword, text
    const body = encoder.encode(`iTXt${key}\0\0\0\0\0${text}`);
    const chunk = new Uint8Array(body.length + 8);
    const view = new DataView(chunk.buffer);
    view.setUint32(0, body.length - 4);
    chunk.set(body, 4);
    view.setUint32(body.length + 4, crc(body));
    return chunk;
  });
  const FIRST = 33; // signature and the chunk of width and height
  const made = new Uint8Array(png.length + chunks.reduce((sum, one) => sum + one.length, 0));
  made.set(png.subarray(0, FIRST));
  let at = FIRST;
  for (const one of chunks) {
    made.set(one, at);
    at += one.length;
  }
  made.set(png.subarray(FIRST), at);
  return made;
}
