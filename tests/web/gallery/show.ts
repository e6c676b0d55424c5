/** `npm run gallery`: serves the gallery on this machine until it is ended, beside the made store, and says its address. */
import { madeStory } from '../made-story.ts';
import { playServer } from '../played-server.ts';

const server = await playServer({ ...madeStory().play });
process.stdout.write(`${server.url}/gallery\n`);
