import {
  contract,
  isHostMethod,
  isMethodName,
  type HostHandlers,
  type HostMethod,
} from '../shared/contract.ts';
import { AppError, attempt, type Result } from '../shared/errors.ts';
import type { Engine } from '../core/thread/client.ts';

/** Answers what a page asked: `host.…` here, after its input was checked, everything else by the engine. Never rejects. */
export function createDispatch(
  engine: Pick<Engine, 'request'>,
  handlers: HostHandlers,
): (method: string, input: unknown) => Promise<Result<unknown>> {
  return (method, input) =>
    isMethodName(method) && isHostMethod(method)
      ? attempt(() => answer(handlers, method, input))
      : engine.request(method, input);
}

function answer(handlers: HostHandlers, method: HostMethod, input: unknown): unknown {
  const parsed = contract[method].input.safeParse(input);
  if (!parsed.success) {
    throw new AppError('invalid-input', `${method} was called with something wrong.`);
  }
  const handler = handlers[method] as (input: unknown) => unknown;
  return handler(parsed.data);
}
