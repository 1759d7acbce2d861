/** The only import of the extension APIs: promises in Chrome and Firefox alike. */
import browser from 'webextension-polyfill';

export default browser;
