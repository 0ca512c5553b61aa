/**
 * Where a bare address at the beginning of a text ends before the next space, which GFM takes for its end: at a character that
 * no address holds, and at a Korean particle (`https://github.com/a/b에서`). Null where GFM is right.
 */
export function endOfAddress(text: string): number | null {
  const [address] = /^(?:https?:\/\/|www\.)[^\s<]{0,4000}/i.exec(text) ?? [];
  if (address === undefined) return null;
  const ends = ENDS.map((end) => address.search(end)).filter((at) => at > 0);
  return ends.length === 0 ? null : Math.min(...ends);
}

const ENDS = [
  /[{}|\\^"`“”‘’「」『』]/u,
  /'+[\uac00-\ud7a3]/u,
  // In a path of Korean words a syllable follows a slash or a syllable, not a letter.
  /(?<=[\w)-])[\uac00-\ud7a3]/u,
  /(?<=\/)(?:에서|에|을|를|의|으로|로|와|과|은|는|이|가|도|입니다|이며|이다)(?:는|도|의)?(?![\uac00-\ud7a3/])/u,
];
