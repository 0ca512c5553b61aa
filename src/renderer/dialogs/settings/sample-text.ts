/** What the text settings are tried on: both languages, a label, a formula, as digests have them. */
export const SAMPLE_TEXT = `- ***무엇이 새로운가***: 긴 문맥을 다루는 언어 모델이 앞부분의 정보를 잊는 까닭을 살피고, 위치 부호화(positional encoding)를 바꾸지 않고도 정확도를 높이는 방법을 제안합니다.
- ***Why it matters***: The loss $\\mathcal{L} = -\\log p_\\theta(y \\mid x)$ stays the same, so the method can be added to a model that has already been trained.
`;
