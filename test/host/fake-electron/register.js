/** `node --import register.js`: makes `electron` mean the fake, and lets plain Node run the fake's TypeScript. */
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
