/** Measures the running API. `--quick` takes 2 seconds per figure instead of 10: enough to see that it works. */
import autocannon from 'autocannon';
import { startApiProcess } from './support/api-process.ts';

const BRIEFING_QUERY = `query Briefing($slug: String!) {
  briefing(slug: $slug) {
    ... on BriefingReady {
      briefing {
        title
        summary { headline short keyPoints }
        topics { slug name }
        sections {
          id heading kind
          blocks {
            __typename id citations
            ... on ParagraphBlock { text }
            ... on PointsBlock { items { label text } }
            ... on TableBlock { columns { label align } rows }
          }
        }
        sources { number publisher title url }
      }
    }
  }
}`;

async function measure(url: string, seconds: number): Promise<autocannon.Result> {
  const body = JSON.stringify({ query: BRIEFING_QUERY, variables: { slug: 'the-room-where-it-happened' } });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body }).then((response) => response.text());
  if (!answer.includes('"sections"'))
    throw new Error(`The API did not answer with a briefing: ${answer.slice(0, 300)}`);
  return autocannon({
    url,
    method: 'POST',
    headers,
    body,
    connections: 8,
    duration: seconds,
    expectBody: answer,
  });
}

/** The same question by GET, asked by a client that has the answer already: what the tag costs beside the whole answer. */
async function measureKnown(url: string, seconds: number): Promise<autocannon.Result> {
  const variables = JSON.stringify({ slug: 'the-room-where-it-happened' });
  const address = `${url}?${new URLSearchParams({ query: BRIEFING_QUERY, variables }).toString()}`;
  const headers = { accept: 'application/json', 'x-graphql-yoga-csrf': '1' };
  const tag = (await fetch(address, { headers })).headers.get('etag') ?? '';
  return autocannon({
    url: address,
    headers: { ...headers, 'if-none-match': tag },
    connections: 8,
    duration: seconds,
  });
}

const seconds = process.argv.includes('--quick') ? 2 : 10;
const api = await startApiProcess();
try {
  const result = await measure(api.url, seconds);
  const wrong = result.mismatches + result.non2xx + result.errors + result.timeouts;
  console.log(`briefing(slug), 8 connections, ${seconds} s, every answer compared`);
  console.log(`  ${Math.round(result.requests.average)} queries per second`);
  console.log(`  latency p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`);
  console.log(
    `  API ready ${Math.round(api.startMilliseconds)} ms after its start (fresh database, demo library loaded)`,
  );
  const known = await measureKnown(api.url, seconds);
  const ratio = known.requests.average / result.requests.average;
  console.log('the same, asked by a client that has it (GET with If-None-Match)');
  console.log(
    `  ${Math.round(known.requests.average)} answers 304 per second, ${ratio.toFixed(2)} times as many as whole answers`,
  );
  if (known['3xx'] !== known.requests.total) {
    console.error(`  ${known.requests.total - known['3xx']} answers were not 304`);
    process.exitCode = 1;
  }
  if (wrong > 0) {
    console.error(`  ${wrong} answers were wrong or missing`);
    process.exitCode = 1;
  }
} finally {
  await api.stop();
}
