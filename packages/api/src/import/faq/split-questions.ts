/** "Is it free? / What does it cost?": the question, and other ways to ask it, which one answer follows. */
export function splitQuestions(asked: string): { question: string; aliases: string[] } {
  const [question = asked, ...aliases] = asked.split(BETWEEN).map((each) => each.trim());
  return {
    question,
    aliases: aliases
      .filter((alias) => alias !== '' && alias !== question && alias.length <= MAX_ALIAS)
      .slice(0, MAX_ALIASES),
  };
}

const BETWEEN = /(?<=[?？]["'”’»)]{0,2})\s+\/\s+(?=\S)/u;
const MAX_ALIAS = 300;
const MAX_ALIASES = 50;
