/**
 * Runs in the page's own world before its scripts: the page's side of contextBridge. Values cross to the preload's
 * isolated world as the detail of events, which Chromium clones; functions cross as numbers.
 */
(() => {
  const ours = new Map();
  const promises = new Map();
  let last = 0;

  function give(value) {
    if (typeof value === 'function') {
      last += 1;
      ours.set(last, value);
      return { function: last };
    }
    return { value: structuredClone(value) };
  }

  function take(sent) {
    if (sent.error !== undefined) throw new Error(sent.error);
    if (sent.function !== undefined) return stub(sent.function);
    if (sent.promise !== undefined) {
      return new Promise((resolve, reject) => {
        promises.set(sent.promise, { resolve, reject });
      });
    }
    return sent.value;
  }

  function stub(id) {
    return (...args) => {
      let answer;
      const onAnswer = (event) => {
        answer = event.detail;
      };
      const detail = { id, args: args.map(give) };
      globalThis.addEventListener('fake-electron:answer', onAnswer, { once: true });
      globalThis.dispatchEvent(new CustomEvent('fake-electron:call', { detail }));
      globalThis.removeEventListener('fake-electron:answer', onAnswer);
      if (answer === undefined) throw new Error('An object could not be cloned.');
      return take(answer);
    };
  }

  function build(shape) {
    if (shape.object === undefined) return take(shape);
    return Object.fromEntries(
      Object.entries(shape.object).map(([key, part]) => [key, build(part)]),
    );
  }

  globalThis.addEventListener('fake-electron:expose', ({ detail: { key, shape } }) => {
    Object.defineProperty(globalThis, key, {
      value: build(shape),
      writable: false,
      configurable: false,
      enumerable: true,
    });
  });

  globalThis.addEventListener(
    'fake-electron:settle',
    ({ detail: { promise, ok, value, error } }) => {
      const { resolve, reject } = promises.get(promise);
      promises.delete(promise);
      if (ok) resolve(value);
      else reject(new Error(error));
    },
  );

  globalThis.addEventListener('fake-electron:callback', ({ detail: { id, args } }) => {
    ours.get(id)(...args.map(take));
  });
})();
