/**
 * The entry of the page: settings that must stand before anything is parsed, then the one root element. It holds no
 * logic and talks to nobody.
 */
import './no-eval.ts';
import './look/tokens.css';
import './pages/app.ts';
