/** Codes of authenticator apps (RFC 6238, 30 s, 6 digits). A code is good for its own step and one before or after. */
import { generateSecret, generateURI, verify } from 'otplib';

const STEP_S = 30;

export const newAuthenticatorSecret = (): string => generateSecret();

export const authenticatorUri = (secret: string, user: string, store: string): string => generateURI({ issuer: `Holdfast ${store}`, label: user, secret });

/** The step to which the code belongs, so that it can be used once; null when it is wrong. */
export async function stepOfCode(secret: string, code: string, epochMs: number): Promise<number | null> {
  const epoch = Math.floor(epochMs / 1000);
  try {
    const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_S });
    return result.valid ? Math.floor(epoch / STEP_S) + result.delta : null;
  } catch {
    return null;
  }
}
