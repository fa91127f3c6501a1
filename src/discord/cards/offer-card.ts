import type { Message } from 'discord.js';
import type { KnownLaw } from '../../answering/law/known-laws.js';
import type { Words } from '../../wording/words.js';
import type { BotServices } from '../bot-services.js';
import { noteFailure } from '../asking/note-failure.js';
import { messageWords } from '../asking/reader-words.js';
import { replyTo } from '../asking/reply-to.js';
import { citedPlaces, mayCite, type CitedPlace } from './cited-places.js';
import { renderCard } from './render-card.js';

/**
 * Offers the text of the articles that somebody cites: a reply without a ping, with small buttons. Nothing where no text is
 * at hand, where the same was offered of late, and where questions wait: those come first. Never rejects.
 */
export async function offerCard(message: Message, services: BotServices): Promise<void> {
  const { admission, cardLimits, deadline, engine, logger } = services;
  const { channelId, content } = message;
  if (!mayCite(content) || admission.size.waiting > 0 || !cardLimits.admits(channelId)) return;
  try {
    const cited = citedPlaces(await engine.cite(content, null, ['global'], deadline()));
    const places = cardLimits.fresh(channelId, cited);
    if (places.length === 0) return;
    const words = await messageWords(content, message, services);
    const titled = await Promise.all(places.map((place) => titledIn(place, words, services)));
    const card = renderCard(titled, words);
    if (card === null) return;
    await replyTo(message, card);
    logger.info('discord-card-offered', { places: places.length });
  } catch (cause) {
    // Nobody asked for it: that there is none is no news to anybody in the channel.
    noteFailure(cause, { level: 'warn', event: 'discord-card-failed' }, services);
  }
}

async function titledIn(place: CitedPlace, words: Words, { lawChoices }: BotServices): Promise<CitedPlace> {
  const known = await lawChoices.find(place.law);
  return known === null ? place : { ...place, title: titleOf(known, words) };
}

function titleOf({ title, english }: KnownLaw, { language }: Words): string {
  if (language === 'zh-Hant') return title.zhHant;
  return language === 'en' ? (english ?? title.zhHans) : title.zhHans;
}
