/** Whether a key pressed outside of every field begins a message, as in Discord's client. */
export function beginsMessage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return false;
  // A space presses buttons and scrolls.
  if (event.key.length !== 1 || event.key === ' ') return false;
  return !event.composedPath().some(takesKeys);
}

function takesKeys(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLDialogElement) return true;
  // An open list is searched by letters.
  return (
    target instanceof Element && target.getAttribute('aria-expanded') === 'true' && target.role === 'combobox'
  );
}
