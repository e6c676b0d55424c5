/** Browsers that came in by link and PIN: in memory, for half an hour, known by the hash of what the cookie holds. A restart asks for the PIN again. */
export interface LinkSessions {
  begin(linkId: string): string;
  /** Null: none, or over. */
  linkOf(session: string): string | null;
  end(session: string): void;
}

interface LinkSessionParts {
  newToken(): string;
  hashToken(token: string): string;
  nowMs(): number;
}

const SESSION_MS = 30 * 60_000;
const SESSIONS_MAX = 500;

export function createLinkSessions({ newToken, hashToken, nowMs }: LinkSessionParts): LinkSessions {
  const sessions = new Map<string, { readonly linkId: string; readonly untilMs: number }>();
  return {
    begin(linkId) {
      for (const [key, { untilMs }] of sessions) if (untilMs <= nowMs() || sessions.size >= SESSIONS_MAX) sessions.delete(key);
      const token = newToken();
      sessions.set(hashToken(token), { linkId, untilMs: nowMs() + SESSION_MS });
      return token;
    },
    linkOf(session) {
      const held = sessions.get(hashToken(session));
      return held !== undefined && held.untilMs > nowMs() ? held.linkId : null;
    },
    end: (session) => void sessions.delete(hashToken(session)),
  };
}
