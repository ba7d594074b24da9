/** Markdown as programs that make sites of it, and pages of projects, have it. */
import { describe, expect, test } from 'vitest';
import { readLibraryFile } from '@communique/api/import/library/read-library-file';
import { writeBriefing } from '@communique/api/import/library/write-markdown';
import { draftText } from '../../support/drafts.ts';

function blocksOf(text: string) {
  const { document, leftOut } = draftText(`# The ferry\n\nIt sails in May.\n\n${text}\n`, 'ferry.md');
  const blocks = document.sections.flatMap((section) => section.blocks).slice(1);
  return {
    blocks: blocks.map((block) =>
      block.type === 'POINTS' ? block.items.map(({ text: words }) => words) : 'text' in block && block.text,
    ),
    leftOut,
  };
}

describe('what is said to the program that makes the site', () => {
  test.each([
    '{% include map.html zoom="3" %}',
    '{{< figure src="ferry.jpg" title="The ferry" >}}',
    '{{% notice tip %}}',
    '{%- assign boat = "Gull" -%}',
  ])('is no text, and is told: %s', (code) => {
    expect(blocksOf(`The pier is new.\n\n${code}\n\nThe bell is old.`)).toEqual({
      blocks: ['The pier is new.', 'The bell is old.'],
      leftOut: [{ text: code, reason: 'SITE_CODE' }],
    });
  });

  test('is dropped within a sentence', () => {
    expect(blocksOf('See the {% icon bell %} bell {{< ref "bell.md" >}} of the ferry.')).toEqual({
      blocks: ['See the bell of the ferry.'],
      leftOut: [],
    });
  });

  test.each([
    ['{% highlight sh %}\nring --twice\nsleep 5\n{% endhighlight %}', 'ring --twice\nsleep 5'],
    ['{{< highlight sh >}}\nring --twice\nsleep 5\n{{< /highlight >}}', 'ring --twice\nsleep 5'],
    ['Type {% highlight sh %}ring *twice*{% endhighlight %} now.', 'Type ring *twice* now.'],
    ['```\n{% ring %}\n{% rest %}\n```', '{% ring %}\n{% rest %}'],
    ['Type `{% ring %}` to ring.', 'Type {% ring %} to ring.'],
  ])('stays where it is shown, and what it frames as code is code: %s', (text, block) => {
    expect(blocksOf(text)).toEqual({ blocks: [block], leftOut: [] });
  });

  test('makes no code of all that follows where a listing has no end', () => {
    expect(blocksOf('{% highlight sh %}\n\nThe bell is old.').blocks).toEqual(['The bell is old.']);
  });

  test('moves nothing else from its place', () => {
    const text = '# The ferry\n\nIt sails {% icon boat %} in May.\n\nThe bell is old.\n';
    const { document } = draftText(text, 'ferry.md');
    const origins = document.sections[0]?.blocks.map(({ origin }) => origin);
    expect(origins?.map((origin) => text.slice(origin?.start, origin?.end))).toEqual([
      'It sails {% icon boat %} in May.',
      'The bell is old.',
    ]);
  });
});

test('what is done and what is not is kept with the points of a list, also when it is written and read', () => {
  const draft = draftText(
    '# The ferry\n\nIt sails in May.\n\n- [x] Oil the winch\n- [ ] **Bell:** tune it\n- Rest\n',
    'ferry.md',
  );
  const [, points] = draft.document.sections[0]?.blocks ?? [];
  const items = [
    { label: null, text: '☑ Oil the winch' },
    { label: '☐ Bell', text: 'tune it' },
    { label: null, text: 'Rest' },
  ];
  expect(points).toMatchObject({ type: 'POINTS', items });
  expect(draft.leftOut).toEqual([]);
  const { slug, document, provenance } = draft;
  const file = writeBriefing({ slug, document, provenance });
  const again = readLibraryFile(file, 'ferry.md');
  const [section] = again.kind === 'briefing' ? again.document.sections : [];
  expect(section?.blocks[1]).toMatchObject({ type: 'POINTS', items });
});
