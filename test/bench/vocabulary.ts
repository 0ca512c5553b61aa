import type { Random } from './random.ts';

const STEMS =
  `모델 학습 언어 데이터 성능 방법 이미지 생성 제안 결과 연구 대규모 기존 실험 강화 추론 훈련 사전 미세 조정 비디오 텍스트 확산
  벤치마크 프레임워크 다양한 과제 평가 향상 효율적 최적화 매개변수 어텐션 트랜스포머 인코더 디코더 강화학습 자기지도학습 전이학습
  파라미터 토큰 문맥 지시 정렬 보상 정책 에이전트 도구 검색 증강 환각 편향 안전성 다중모달 시각 음성 음악 삼차원 장면 재구성
  로봇 조작 계획 코드 수학 문제 풀이 증명 지식 그래프 질의응답 요약 번역 분류 탐지 분할 추적 압축 양자화 가지치기 증류 병렬화
  메모리 지연 시간 처리량 하드웨어 가속 희소 전문가 혼합 잠재 공간 표현 임베딩 거리 유사도 군집 차원 축소 불확실성 보정 견고성
  적대적 공격 방어 개인정보 연합 분산 동기 비동기 수렴 경사 손실 함수 정규화 초기화 스케줄 온도 표본 추출 탐색 공간 제약 조건
  사용자 피드백 선호 인간 전문가 주석 말뭉치 품질 여과 중복 제거 합성 데이터셋 공개 소스 재현 분석 통찰 한계 향후 방향`.split(
    /\s+/,
  );

const ENDINGS =
  '을 를 이 가 은 는 의 에 에서 으로 와 과 하고 하며 하는 한 된 되는 을통해 에대한'.split(' ');
const CLOSINGS = [
  '합니다.',
  '했습니다.',
  '보여줍니다.',
  '제안합니다.',
  '달성했습니다.',
  '있습니다.',
];

const ENGLISH =
  `model models learning language data training large method image generation performance results video text diffusion
  reasoning reinforcement transformer attention benchmark framework tasks evaluation efficient optimization parameters
  context instruction alignment reward policy agent agents tool retrieval augmented hallucination bias safety multimodal
  vision speech music scene reconstruction robot manipulation planning code mathematical proof knowledge graph question
  answering summarization translation classification detection segmentation tracking compression quantization pruning
  distillation parallel memory latency throughput hardware sparse mixture experts latent space representation embedding
  similarity clustering uncertainty calibration robustness adversarial privacy federated distributed convergence gradient
  loss normalization schedule sampling search constraint human feedback preference annotation corpus quality filtering
  synthetic dataset open reproducible analysis scaling zero-shot few-shot fine-tuning pre-training LoRA LLM GPT-4 CLIP ViT
  NeRF RLHF MoE autoregressive bidirectional hierarchical contrastive self-supervised end-to-end state-of-the-art`.split(
    /\s+/,
  );
const LINKING =
  'the of and to in for with on a by from over under towards via that is are we our'.split(' ');

const GIVEN =
  'Wei Jane Tao André Łukasz Søren María Yuki Priya Ahmed Olga Chen Björn Siobhan'.split(' ');
const FAMILY =
  "Shen Doe Ji Martins Kaiser Berg García Tanaka Nair O'Neill Petrova Wu Ommer Müller".split(' ');
const KOREAN_FAMILY = '김이박최정강조윤장임'.split('');
const KOREAN_GIVEN = '민서준하늘지우현아도윤수빈예린태호'.split('');

/** Words that a made-up corpus draws from; a tenth of its Korean words are coined, so that syllables vary as in real text. */
export class Vocabulary {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  koreanSentence(): string {
    const random = this.#random;
    const words = Array.from({ length: random.between(7, 16) }, () => {
      if (random.chance(0.12)) return random.pickSkewed(ENGLISH);
      const stem = random.chance(0.1) ? this.#coined() : random.pickSkewed(STEMS);
      return random.chance(0.6) ? stem + random.pickSkewed(ENDINGS) : stem;
    });
    return `${words.join(' ')} ${random.pick(CLOSINGS)}`;
  }

  englishSentence(): string {
    const random = this.#random;
    const words = Array.from({ length: random.between(10, 24) }, () =>
      random.chance(0.45) ? random.pickSkewed(LINKING) : random.pickSkewed(ENGLISH),
    );
    return `${capitalised(words.join(' '))}.`;
  }

  title(): string {
    const random = this.#random;
    if (random.chance(0.08)) {
      return Array.from({ length: random.between(4, 8) }, () => random.pickSkewed(STEMS)).join(' ');
    }
    const words = Array.from({ length: random.between(5, 11) }, () =>
      random.chance(0.25) ? random.pick(LINKING) : capitalised(random.pickSkewed(ENGLISH)),
    );
    const name = `${random.pick(ENGLISH).slice(0, 4).toUpperCase()}$^{${random.between(2, 9)}}$: `;
    return (random.chance(0.06) ? name : '') + words.join(' ');
  }

  author(): string {
    const random = this.#random;
    if (random.chance(0.15)) {
      return random.pick(KOREAN_FAMILY) + random.pick(KOREAN_GIVEN) + random.pick(KOREAN_GIVEN);
    }
    return `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
  }

  #coined(): string {
    const { length } = Array.from({ length: this.#random.between(2, 4) });
    const code = (): number => 0xac00 + this.#random.between(0, 11_171);
    return String.fromCharCode(...Array.from({ length }, code));
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
