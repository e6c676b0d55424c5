/** The password with which the store sends mail. It is never in holdfast.yaml itself, which is shown, copied and mailed around. */
import type { MailConfig } from './config.ts';
import { readSecret } from './read-secret.ts';

export const readMailPassword = ({ login }: Pick<MailConfig, 'login'>): string | null =>
  (login === null ? null : readSecret(login.passwordFile, { open: 'mail-password-open', unreadable: 'mail-password-unreadable', fits: /^\P{Cc}+$/u, unfit: 'it holds more than one line' }));
