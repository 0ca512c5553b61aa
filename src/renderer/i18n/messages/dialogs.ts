import { defineMessages } from '../define.ts';

export const dialogs = defineMessages({}, {});
