/** The one style sheet of the public listener: readable on a small phone, light and dark, without a font or picture to fetch. */
export const PUBLIC_STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
.virtual { border: 2px solid; padding: 0.5rem 0.75rem; font-weight: 700; }
`;
