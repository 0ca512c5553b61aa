// Imported first, so that an old Node is named before anything that it does not know is run.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Lectern needs Node 20.19 or newer, and this is ${process.version}. See https://nodejs.org.`,
  );
  process.exit(1);
}
