import { expect, test } from 'vitest';
import { publishBriefing } from '@communique/api/briefings/publish-briefing';
import { retractBriefing } from '@communique/api/briefings/retract-briefing';
import { FORUM, forumMember, otherMember, withApi } from '../../support/api.ts';
import { aFullDocument, drafted, published } from '../../support/records.ts';

const EVERYTHING = /* GraphQL */ `
  query ($slug: Slug!) {
    briefing(slug: $slug) {
      __typename
      ... on BriefingReady {
        status
        briefing {
          slug
          communityId
          revision
          publishedAt
          updatedAt
          title
          language
          importance
          contentWarnings
          readingTimeMinutes
          summary {
            headline
            short
            keyPoints
          }
          topics {
            slug
            name
          }
          provenance {
            createdBy
            reviewedBy
            importedFrom
          }
          section(id: "issues") {
            heading
          }
          missing: section(id: "nowhere") {
            heading
          }
          sections {
            id
            heading
            kind
            parentId
            plainText
            blocks {
              __typename
              id
              citations
              hints {
                priority
                shortForm
                plainText
              }
              ... on ParagraphBlock {
                text
              }
              ... on PointsBlock {
                items {
                  label
                  text
                }
              }
              ... on TableBlock {
                caption
                columns {
                  label
                  unit
                  align
                }
                rows
              }
              ... on QuoteBlock {
                claim {
                  id
                  text
                }
              }
              ... on ExchangeBlock {
                interviewer
                guest
                question
                answer
              }
            }
          }
          sources {
            number
            publisher
            country
            owner
            ownerKind
            title
            url
            archivedUrl
            author
            publishedOn {
              value
              precision
            }
            paywalled
            reliability
          }
          claims {
            id
            verbatim
            text
            speaker
            speakerRole
            statedOn {
              value
              precision
            }
            statedOnText
            reportedBy
            status
            credibility
            sources {
              number
            }
            gradings {
              status
              credibility
              gradedBy
              gradedAt
              reason
            }
          }
          stakeholders {
            id
            name
            interests
            leverage
            redLines
            sources {
              number
            }
          }
          events {
            id
            title
            date {
              value
              precision
            }
            dateText
            place
            participants
            state
            sources {
              number
            }
          }
          scenarios {
            id
            title
            description
            likelihood
            indicators
            horizon {
              value
            }
            outcome {
              text
              recordedAt
            }
            sources {
              number
            }
          }
          perspectives {
            id
            holder
            view
            sources {
              number
            }
          }
          prompts {
            id
            text
          }
        }
      }
      ... on BriefingComposing {
        status
        slug
        message
      }
      ... on BriefingWithdrawn {
        status
        slug
        reason
        withdrawnAt
      }
      ... on NotFoundError {
        code
        message
        path
      }
    }
  }
`;

test('a published briefing can be read with everything in it', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', {
      document: aFullDocument(),
      provenance: { createdBy: 'An Editor', reviewedBy: 'Another', importedFrom: 'riyadh.txt' },
    });
    const { data, errors } = await api.query(EVERYTHING, { slug: 'riyadh' });
    expect(errors).toEqual([]);
    const { briefing, status } = data.briefing;
    expect(status).toBe('READY');
    expect(briefing).toMatchObject({
      slug: 'riyadh',
      communityId: 'library',
      revision: 1,
      publishedAt: '2025-02-18T08:00:00.000Z',
      updatedAt: '2025-02-18T08:00:00.000Z',
      importance: 4,
      contentWarnings: ['War'],
      readingTimeMinutes: 1,
      topics: [{ slug: 'diplomacy', name: 'Diplomacy' }],
      provenance: { createdBy: 'An Editor', reviewedBy: 'Another', importedFrom: 'riyadh.txt' },
      section: { heading: 'Key issues' },
      missing: null,
      prompts: [{ id: 'prompt-1', text: 'Should they have met?' }],
    });
    expect(briefing.sections[1].blocks).toEqual([
      {
        __typename: 'PointsBlock',
        id: 'l1',
        citations: [],
        hints: { priority: 3, shortForm: null, plainText: 'Energy: prices.\nTrade.' },
        items: [
          { label: 'Energy:', text: 'prices.' },
          { label: null, text: 'Trade.' },
        ],
      },
      {
        __typename: 'TableBlock',
        id: 't1',
        citations: [],
        hints: { priority: 3, shortForm: null, plainText: 'Trade\nYear | Amount\n2024 | 10\n2025 | ' },
        caption: 'Trade',
        columns: [
          { label: 'Year', unit: null, align: 'START' },
          { label: 'Amount', unit: 'USD', align: 'END' },
        ],
        rows: [
          ['2024', '10'],
          ['2025', ''],
        ],
      },
    ]);
    expect(briefing.sections[2]).toMatchObject({
      parentId: 'issues',
      plainText: 'Voices\n\n“We agreed to speak again.” (A Minister)\n\nHost: Why now?\nBecause.',
      blocks: [
        { claim: { id: 'claim-1', text: 'We agreed to speak again.' } },
        { guest: null, answer: 'Because.' },
      ],
    });
    expect(briefing.claims[0]).toMatchObject({
      statedOn: { value: '2025-02', precision: 'MONTH' },
      sources: [{ number: 2 }, { number: 1 }],
      gradings: [{ gradedAt: '2025-02-18T10:00:00.000Z', reason: 'Two reports agree.' }],
    });
    expect(briefing.sources[1]).toEqual({
      number: 2,
      publisher: null,
      country: null,
      owner: null,
      ownerKind: null,
      title: null,
      url: null,
      archivedUrl: null,
      author: null,
      publishedOn: null,
      paywalled: null,
      reliability: null,
    });
    expect(briefing.scenarios[0].outcome).toEqual({
      text: 'None yet.',
      recordedAt: '2025-03-01T00:00:00.000Z',
    });
  }));

test('a draft is being composed and shows nothing of its content', () =>
  withApi(async (api) => {
    await drafted(api, 'riyadh', { document: { title: 'Secret title' } });
    const { data } = await api.query(EVERYTHING, { slug: 'riyadh' });
    expect(data.briefing).toEqual({
      __typename: 'BriefingComposing',
      status: 'COMPOSING',
      slug: 'riyadh',
      message: 'The briefing "riyadh" is being written and not published yet.',
    });
    expect(JSON.stringify(data)).not.toContain('Secret');
  }));

test('a retracted briefing answers the reason and is in no list and no search', () =>
  withApi(async (api) => {
    const { briefingId } = await published(api, 'riyadh');
    const id = Buffer.from(`Briefing:${briefingId}`).toString('base64');
    await retractBriefing(
      api.db,
      { communityId: 'library', slug: 'riyadh', reason: 'The report was false.' },
      api.act(),
    );
    const { data } = await api.query(EVERYTHING, { slug: 'riyadh' });
    expect(data.briefing).toEqual({
      __typename: 'BriefingWithdrawn',
      status: 'WITHDRAWN',
      slug: 'riyadh',
      reason: 'The report was false.',
      withdrawnAt: '2025-02-18T08:00:00.000Z',
    });
    const lists = await api.query(
      `query ($id: ID!) { node(id: $id) { id } briefings(first: 5) { edges { cursor } } search(query: "riyadh", first: 5) { slug } }`,
      { id },
    );
    expect(lists.data).toEqual({ node: null, briefings: { edges: [] }, search: [] });
  }));

test('an unknown slug is a NotFoundError that names the argument', () =>
  withApi(async ({ query }) => {
    const { data } = await query(EVERYTHING, { slug: 'nope' });
    expect(data.briefing).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message: expect.stringContaining('There is no briefing "nope"'),
      path: ['slug'],
    });
  }));

test('a community sees its own briefing instead of the library’s, and nobody else does', () =>
  withApi(async (api) => {
    const library = await published(api, 'riyadh', { document: { title: 'Of the library' } });
    const own = await published(api, 'riyadh', { communityId: FORUM, document: { title: 'Of the forum' } });
    await published(api, 'private', { communityId: FORUM, document: { title: 'Private' } });
    const read = /* GraphQL */ `
      query ($own: ID!, $library: ID!) {
        briefing(slug: "riyadh") {
          ... on BriefingReady {
            briefing {
              title
            }
          }
        }
        private: briefing(slug: "private") {
          __typename
        }
        briefings(first: 10) {
          edges {
            node {
              title
            }
          }
        }
        own: node(id: $own) {
          ... on Briefing {
            title
          }
        }
        library: node(id: $library) {
          ... on Briefing {
            title
          }
        }
        search(query: "riyadh delegations", first: 10) {
          title
        }
      }
    `;
    const ids = {
      own: Buffer.from(`Briefing:${own.briefingId}`).toString('base64'),
      library: Buffer.from(`Briefing:${library.briefingId}`).toString('base64'),
    };
    const titles = (data: { briefings: { edges: { node: { title: string } }[] } }) =>
      data.briefings.edges.map(({ node }) => node.title).toSorted();

    const inForum = await api.as(forumMember)(read, ids);
    expect(inForum.data.briefing.briefing.title).toBe('Of the forum');
    expect(inForum.data.private.__typename).toBe('BriefingReady');
    expect(titles(inForum.data)).toEqual(['Of the forum', 'Private']);
    expect(inForum.data.own.title).toBe('Of the forum');
    expect(inForum.data.search.map((hit: { title: string }) => hit.title).toSorted()).toEqual([
      'Of the forum',
      'Private',
    ]);

    for (const ask of [api.query, api.as(otherMember), api.as('bot')]) {
      const { data } = await ask(read, ids);
      expect(data.briefing.briefing.title).toBe('Of the library');
      expect(data.private.__typename).toBe('NotFoundError');
      expect(titles(data)).toEqual(['Of the library']);
      expect(data.own).toBeNull();
      expect(data.library.title).toBe('Of the library');
      expect(data.search).toEqual([{ title: 'Of the library' }]);
    }
  }));

test('a community’s draft does not hide the library’s published briefing', () =>
  withApi(async (api) => {
    await published(api, 'riyadh', { document: { title: 'Of the library' } });
    await drafted(api, 'riyadh', { communityId: FORUM });
    const { data } = await api.as(forumMember)(
      `{ briefing(slug: "riyadh") { ... on BriefingReady { briefing { title } } } briefings(first: 5) { edges { node { title } } } }`,
    );
    expect(data.briefing.briefing.title).toBe('Of the library');
    expect(data.briefings.edges).toHaveLength(1);
    await publishBriefing(api.db, { communityId: FORUM, slug: 'riyadh' }, api.act());
    const after = await api.as(forumMember)(
      `{ briefings(first: 5) { edges { node { title communityId } } } }`,
    );
    expect(after.data.briefings.edges).toEqual([{ node: { title: 'Talks in Riyadh', communityId: FORUM } }]);
  }));
