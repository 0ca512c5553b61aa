/** The page's own scheme: `standard` gives it an origin, so that 'self', storage and fetch work as on https. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'lectern';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_URL = `${APP_ORIGIN}/index.html`;
