/** Keeps a message where it is on the screen while others are drawn above it. */
export class PlaceKeeper {
  #kept: { element: Element; top: number } | null = null;

  /** From now on this element stays where it is. */
  keep(element: Element | null): void {
    this.#kept = element === null ? null : { element, top: topOf(element) };
  }

  /** Scrolls as far as the element has moved; call it whenever something may have grown. */
  restore(scroller: Element): void {
    if (this.#kept === null) return;
    const moved = topOf(this.#kept.element) - this.#kept.top;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
  }

  /** The reader has moved on. */
  forget(): void {
    this.#kept = null;
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
