/** A page's drawings and formulas (SVG, MathML): only within them a tag may close itself, and no text is raw. */
export class Drawings {
  #isWithin = false;
  /** The title of a drawing or the like, while nothing but words follows it. */
  #worded: string | null = null;

  /** What the reader of the page comes upon next stands in a drawing, and not in HTML within one. */
  get isWithin(): boolean {
    return this.#isWithin;
  }

  /** `<path d="…"/>`: nothing can stand in it. `source` is the tag as it is written. */
  isHollow(name: string, source: string): boolean {
    const mayBe = ROOTS.has(name) || (this.#isWithin && SHAPES.has(name));
    return mayBe && source.endsWith('/>') && SELF_CLOSED.test(source);
  }

  /** `isHollow`: it closes itself. */
  open(name: string, isHollow: boolean): void {
    if (isHollow) return;
    this.#worded = this.#isWithin && WORDED.has(name) ? name : null;
    this.#isWithin = ROOTS.has(name) || (this.#isWithin && SHAPES.has(name));
  }

  close(name: string): void {
    this.#isWithin = this.#worded === name || (this.#isWithin && SHAPES.has(name));
    this.#worded = null;
  }
}

const ROOTS = new Set(['svg', 'math']);
const WORDED = new Set(['title', 'desc', 'style', 'mi', 'mo', 'mn', 'mtext']);
/** All else may be HTML, which ends a drawing, or hold HTML. */
const SHAPES = new Set(
  [
    'path use circle rect line polyline polygon ellipse image g defs symbol marker mask pattern clippath stop',
    'lineargradient radialgradient filter animate animatemotion animatetransform set switch view metadata',
    'feblend fecolormatrix fecomponenttransfer fecomposite feflood fefunca fefuncb fefuncg fefuncr fegaussianblur',
    'feimage femerge femergenode femorphology feoffset feturbulence fedropshadow text tspan textpath',
    'mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mspace mstyle mpadded mphantom',
    'semantics none mprescripts mmultiscripts menclose',
  ].flatMap((names) => names.split(' ')),
);
/** Written out in full: the slash behind a value without quotation marks belongs to that value. */
const SELF_CLOSED = /^<[a-z]+(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/>$/i;
