/** The element that has the focus, also inside of components. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Remembers who has the focus; what it returns gives it back, as long as nobody else has taken it. */
export function keepFocus(): () => void {
  const owner = focused();
  return () => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && owner instanceof HTMLElement && owner.isConnected) owner.focus();
  };
}
