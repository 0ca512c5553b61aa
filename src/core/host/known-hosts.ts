/** Where papers live: addresses there are opened without a question, all others only after the reader saw them whole. */
const KNOWN: readonly string[] = [
  ...['arxiv.org', 'alphaxiv.org', 'huggingface.co', 'hf.co', 'github.com', 'gitlab.com'],
  ...['doi.org', 'openreview.net', 'semanticscholar.org', 'paperswithcode.com', 'aclanthology.org'],
  ...[
    'acm.org',
    'ieee.org',
    'nature.com',
    'springer.com',
    'sciencedirect.com',
    'biorxiv.org',
    'medrxiv.org',
  ],
  ...[
    'mlr.press',
    'neurips.cc',
    'nips.cc',
    'iclr.cc',
    'icml.cc',
    'jmlr.org',
    'thecvf.com',
    'aaai.org',
    'usenix.org',
  ],
  ...[
    'wikipedia.org',
    'scholar.google.com',
    'dblp.org',
    'ncbi.nlm.nih.gov',
    'zenodo.org',
    'ssrn.com',
  ],
];

/** Whether an https address (already checked) is on the standard port of a host, or below one, that needs no question. */
export function isKnownHost(address: string): boolean {
  const { hostname, port } = new URL(address);
  return port === '' && KNOWN.some((known) => hostname === known || hostname.endsWith(`.${known}`));
}
