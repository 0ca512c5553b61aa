/** Calls both ways between the test and the process that runs the fake, over Node's ipc (structured clones). */

import type { ChildProcess } from 'node:child_process';

type Handler = (argument: never) => unknown;

interface Message {
  readonly fakeElectron: 'call' | 'answer';
  readonly id: number;
  readonly name?: string;
  readonly argument?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

export interface Channel {
  send(message: Message): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** To a forked app. Once that is gone every call is refused, also before its exit is told. */
export function rpcTo(child: ChildProcess): Rpc {
  const rpc = new Rpc({
    send: (message) =>
      child.send(message, (error) => {
        if (error !== null) rpc.close('the app has ended');
      }),
    onMessage: (listener) => child.on('message', listener),
  });
  return rpc;
}

export class Rpc {
  readonly #channel: Channel;
  readonly #handlers = new Map<string, Handler>();
  readonly #waiting = new Map<number, (message: Message) => void>();
  #lastId = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.onMessage((message) => void this.#receive(message as Message));
  }

  on(name: string, handler: Handler): void {
    this.#handlers.set(name, handler);
  }

  call<T = unknown>(name: string, argument?: unknown): Promise<T> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ error, argument: value }) => {
        if (error === undefined) resolve(value as T);
        else reject(Object.assign(new Error(error.message), { name: error.name }));
      });
      this.#channel.send({ fakeElectron: 'call', id, name, argument });
    });
  }

  /** Rejects every call that still waits: the other side is gone. */
  close(reason: string): void {
    const error = { name: 'Error', message: reason };
    for (const settle of this.#waiting.values()) settle({ fakeElectron: 'answer', id: 0, error });
    this.#waiting.clear();
  }

  async #receive(message: Message): Promise<void> {
    if (message.fakeElectron === 'answer') {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
      return;
    }
    const { id, name = '' } = message;
    try {
      const handler = this.#handlers.get(name);
      if (handler === undefined) throw new Error(`nobody answers ${name}`);
      const argument = await handler(message.argument as never);
      this.#channel.send({ fakeElectron: 'answer', id, argument });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const { name: kind, message: text } = error;
      this.#channel.send({ fakeElectron: 'answer', id, error: { name: kind, message: text } });
    }
  }
}
