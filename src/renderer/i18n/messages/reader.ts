import { defineMessages } from '../define.ts';

export const reader = defineMessages({}, {});
