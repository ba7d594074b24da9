import normalizeUrl from 'normalize-url';
import { webAddress } from '../import/sections/extract-sources.ts';

// What says how somebody came to a page, and nothing about which page it is.
const TRACKING = [
  /^(?:utm|mtm|pk|piwik|matomo|hsa|vero|oly|ga|cx)_\w+/i,
  /^(?:fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_cid|mc_eid|mkt_tok)$/i,
  /^(?:_ga|_gl|_hsenc|_hsmi|at_medium|at_campaign|at_custom\d*|cmp|cmpid|ns_\w+|ocid|ref_src|ref_url|smid|spm|wt_mc|xtor)$/i,
];

/**
 * One text for every way to write the address of one article: without fragment, tracking parameters, default port, "www." and a slash at the
 * end, http as https, parameters in order. Null: it is no address of the web.
 */
export function articleKey(address: string): string | null {
  const url = webAddress(address);
  if (url === null) return null;
  try {
    return normalizeUrl(url, {
      forceHttps: true,
      stripHash: true,
      stripWWW: true,
      removeQueryParameters: TRACKING,
      sortQueryParameters: true,
      removeTrailingSlash: true,
      // "%2F" in a path is not a "/".
      removeSingleSlash: true,
    });
  } catch {
    return url;
  }
}

/**
 * The key of a page that names its own address (rel=canonical). A page is believed about its own site only: no other one may claim to be
 * a later version of somebody's article. `fetched`: where it was read; null: from a file, which is somebody's word for it.
 */
export function keyOfPage(named: string | null, fetched: string | null): string | null {
  if (named === null) return fetched === null ? null : articleKey(fetched);
  if (fetched === null || siteOf(named) === siteOf(fetched)) return articleKey(named);
  return articleKey(fetched);
}

function siteOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www|m|amp)\./, '') : null;
}
