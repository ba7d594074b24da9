import { defineElements } from './elements.ts';
import { createSession } from './session/create-session.ts';
import { createSandboxCalls } from './session/sandbox-calls.ts';
import { SandboxApp } from './layout/sandbox-app.ts';

defineElements(window.customElements);

const app = new SandboxApp();
app.session = createSession({
  calls: createSandboxCalls((path, init) => window.fetch(path, init)),
  openEvents: (path) => new EventSource(path),
  location: window.location,
  history: window.history,
  onAddressChange: (listener) => window.addEventListener('popstate', listener),
  storage: window.localStorage,
});
document.body.append(app);
