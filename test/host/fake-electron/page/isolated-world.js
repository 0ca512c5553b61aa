/**
 * The modules that Electron gives a sandboxed preload, in the isolated world where the preload runs. Takes the
 * codec, the way to the host, and the names of dropped files with their paths; gives the preload's `require`.
 */
globalThis.fakeElectronModules = ({ encode, decode, toHost, paths }) => {
  const ours = new Map();
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;

  function refuse() {
    throw new Error('An object could not be cloned.');
  }

  /** What contextBridge lets through to the page: clones, functions and promises. */
  function give(value) {
    if (typeof value === 'function') {
      last += 1;
      ours.set(last, value);
      return { function: last };
    }
    if (value instanceof Promise) {
      last += 1;
      const promise = last;
      const settle = (detail) =>
        globalThis.dispatchEvent(new CustomEvent('fake-electron:settle', { detail }));
      value.then(
        (result) => settle({ promise, ok: true, value: structuredClone(result) }),
        (error) => settle({ promise, ok: false, error: String(error?.message ?? error) }),
      );
      return { promise };
    }
    if (typeof value === 'symbol') return refuse();
    return { value: structuredClone(value) };
  }

  function shapeOf(api) {
    if (typeof api !== 'object' || api === null || Array.isArray(api)) return give(api);
    return {
      object: Object.fromEntries(Object.entries(api).map(([key, part]) => [key, shapeOf(part)])),
    };
  }

  function take(sent) {
    if (sent.function === undefined) return sent.value;
    return (...args) => {
      const detail = { id: sent.function, args: args.map(give) };
      globalThis.dispatchEvent(new CustomEvent('fake-electron:callback', { detail }));
    };
  }

  globalThis.addEventListener('fake-electron:call', ({ detail }) => {
    let answer;
    try {
      answer = detail === null ? refuse() : give(ours.get(detail.id)(...detail.args.map(take)));
    } catch (error) {
      answer = { error: String(error?.message ?? error) };
    }
    globalThis.dispatchEvent(new CustomEvent('fake-electron:answer', { detail: answer }));
  });

  globalThis.fakeElectronReceive = (text) => {
    const message = decode(text);
    if (message.kind === 'answer') {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) resolve(message.value);
      else reject(new Error(message.error));
      return;
    }
    for (const listener of listeners.get(message.channel) ?? []) {
      listener({ senderId: 0 }, ...message.args);
    }
  };

  // As Chromium: a menu that the page does not prevent is the system's, for what lies under the pointer.
  globalThis.addEventListener('contextmenu', (event) => {
    const [target] = event.composedPath();
    const field = target.closest?.('input, textarea, [contenteditable]') ?? null;
    const selected = field?.selectionStart !== field?.selectionEnd;
    const selectionText = String(globalThis.getSelection());
    setTimeout(() => {
      if (event.defaultPrevented) return;
      const can = selected || selectionText !== '';
      const params = {
        x: event.clientX,
        y: event.clientY,
        isEditable: field !== null,
        formControlType: field?.localName === 'input' ? 'input-text' : 'none',
        selectionText,
        misspelledWord: '',
        dictionarySuggestions: [],
        editFlags: {
          canUndo: globalThis.document.queryCommandEnabled('undo'),
          canRedo: globalThis.document.queryCommandEnabled('redo'),
          canCut: can,
          canCopy: can,
          canPaste: true,
          canSelectAll: true,
        },
      };
      toHost(encode({ contextMenu: params }));
    });
  });

  let exposed = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld(key, api) {
        if (exposed.includes(key))
          throw new Error(`Cannot bind an API on top of an existing property on the window object`);
        exposed = [...exposed, key];
        const detail = { key, shape: shapeOf(api) };
        globalThis.dispatchEvent(new CustomEvent('fake-electron:expose', { detail }));
      },
    },
    ipcRenderer: {
      invoke(channel, ...args) {
        last += 1;
        const id = last;
        // As in Electron, what cannot be cloned rejects the call.
        return new Promise((resolve, reject) => {
          toHost(encode({ id, channel, args: structuredClone(args) }));
          waiting.set(id, { resolve, reject });
        });
      },
      on(channel, listener) {
        if (typeof listener !== 'function')
          throw new TypeError('The "listener" argument must be a function');
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
        return this;
      },
    },
    webUtils: {
      getPathForFile(file) {
        if (!(file instanceof File)) {
          throw new TypeError(
            "Failed to execute 'getPathForFile': parameter 1 is not of type 'File'.",
          );
        }
        return paths[file.name] ?? '';
      },
    },
  };

  return (name) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
};
