const gap = 4;
const edge = 8;
const tallest = 320;

/** Shows a popover under an element, or above it where there is more room, as wide as the element. */
export function placePopup(popup: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  popup.showPopover();
  const isBelow = below >= Math.min(popup.scrollHeight, tallest) || below >= above;
  Object.assign(popup.style, {
    left: `${box.left}px`,
    width: `${box.width}px`,
    maxHeight: `${Math.min(tallest, isBelow ? below : above)}px`,
    top: isBelow ? `${box.bottom + gap}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - box.top + gap}px`,
  });
}
