import { createRequire } from 'node:module';
import type Nunjucks from 'nunjucks';

const require = createRequire(import.meta.url);

/** The template engine, which is loaded when it is first needed: most commands render nothing. */
export function nunjucks(): typeof Nunjucks {
  return require('nunjucks') as typeof Nunjucks;
}
