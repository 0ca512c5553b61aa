// Loaded into a host before anything else: writes down every name that is looked up and every connection, one a line.
import { appendFileSync } from 'node:fs';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env.LECTERN_CONNECTIONS;
const record = (what) => {
  if (file) appendFileSync(file, `${what}\n`);
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  record(`lookup ${name}`);
  return lookup(name, ...rest);
};
const promised = dns.promises.lookup;
dns.promises.lookup = (name, ...rest) => {
  record(`lookup ${name}`);
  return promised(name, ...rest);
};
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [options] = args.flat();
  record(`connect ${options?.host ?? options?.path ?? String(options)}`);
  return connect.apply(this, args);
};
syncBuiltinESMExports();
