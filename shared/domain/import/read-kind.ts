import type { InteractionKind } from '#shared/domain/interaction/model.ts';
import { read, refuse, type ReadResult } from './read-result.ts';
import { headerKey } from './text.ts';

const words: Record<InteractionKind, string> = {
  meeting: 'meeting, appointment, conference, video meeting, demo, workshop, follow up, 会议, 会谈, 面谈, 线上会议, 视频会议, 跟进',
  call: 'call, phone call, phone, telephone, 电话, 通话, 致电, 来电, 打电话',
  visit: 'visit, site visit, customer visit, onsite visit, 拜访, 上门, 上门拜访, 走访, 来访, 客户来访, 现场拜访',
  email: 'email, e-mail, mail, 邮件, 电子邮件, 邮箱',
  chat: 'chat, message, im, wechat, whatsapp, sms, 微信, 聊天, 短信, 企业微信, 钉钉',
};

const kinds = new Map(Object.entries(words).flatMap(([kind, list]) => list.split(',').map((word) => [headerKey(word), kind as InteractionKind] as const)));

/** Reads what kind of interaction a cell names, in English or Chinese. */
export function readKind(text: string): ReadResult<InteractionKind> {
  const kind = kinds.get(headerKey(text));
  return kind === undefined ? refuse('kind-unknown') : read(kind);
}
