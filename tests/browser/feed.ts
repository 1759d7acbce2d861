/** Invented pages that the browser tests serve under real hosts. Contacts are plainly fictitious. */

export const LURE_EN =
  'Call centre agents wanted in Cambodia! Free flight ticket, free accommodation and meals. No experience needed, ' +
  'salary 3000 USD per month. Add me on Telegram @example_jobs, only 5 slots left.';
export const LURE_ZH =
  '柬埔寨西港诚招客服打字员，月薪3000美金起，包机票包吃住，无需经验，有护照就行，加飞机 @example_zp 详聊';
export const HONEST =
  'Blue Kite Co., Ltd. (registration 0000000) is hiring a customer service agent at its Leeds office. Two years of ' +
  'experience required. Full-time contract, pension and paid annual leave. Apply with your CV on our careers page by 1 May.';
export const WARNING =
  'The embassy warns of fake job offers: police rescued 20 victims who were promised call centre work in Cambodia with ' +
  'free flights and high pay. Verify the employer with the embassy and call the hotline before you go.';
export const ORDINARY =
  'We walked up to the old mill this morning, and the fog only lifted at ten. Same again on Sunday!';

/** A feed as Facebook builds it: role=feed, role=article, the message anchor, comments as nested articles. */
export function facebookFeed(posts: readonly string[], comment = ''): string {
  const articles = posts.map(
    (text, n) => `
      <div><div role="article" aria-posinset="${n + 1}">
        <h3><a href="https://www.facebook.com/example.${n}">Example ${n}</a></h3>
        <div data-ad-rendering-role="story_message"><div dir="auto">${text}</div></div>
        <div><div role="article" aria-label="Comment"><a href="/example.c">Example C</a><div dir="auto">${comment}</div></div></div>
      </div></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example feed</title><link rel="icon" href="data:,"></head>
    <body><main><div role="feed">${articles.join('')}</div></main></body></html>`;
}
