/**
 * A photo as a phone takes it, made small enough to send and keep: at most 2000 points on its longer side, as JPEG, without the
 * place and the time that a camera writes into it. What the browser cannot read gives null. Touches a canvas.
 */
const SIDE_MAX = 2000;
const QUALITIES = [0.85, 0.7, 0.5] as const;
/** Below the limit of the server, with room to spare. */
const BYTES_MAX = 4_000_000;

/** Sides of the picture as it is sent. Pure. */
export function sidesOf(width: number, height: number): readonly [width: number, height: number] {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> => new Promise((done) => { canvas.toBlob(done, 'image/jpeg', quality); });

export async function smallPhoto(file: Blob): Promise<Blob | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = sidesOf(picture.width, picture.height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of QUALITIES) {
    const jpeg = await jpegOf(canvas, quality);
    if (jpeg === null || jpeg.size <= BYTES_MAX) return jpeg;
  }
  return null;
}
