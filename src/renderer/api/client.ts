import type { Client, Input, MethodName, Output } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Transport } from './transport.ts';

/** The contract over a transport. Both hosts check the input; the answer's type is theirs to keep. */
export function createClient(transport: Transport): Client {
  return {
    async call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
      return unwrap(await transport.call(method, input)) as Output<M>;
    },
    listen: (listener) => transport.listen(listener),
  };
}
