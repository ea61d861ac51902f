/** The language of the interface, the locale of its numbers and dates, the home currency; all reactive. */
export const LANGUAGES = ['en', 'fr', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

const state = $state<{ language: Language; region: string; home: string }>({ language: 'en', region: 'en', home: 'EUR' });

/** The catalogue that serves a BCP 47 tag, or null. */
export function languageFor(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_.]/)[0] ?? '';
  if (primary === 'zh') return 'zh-CN';
  return LANGUAGES.find((language) => language === primary) ?? null;
}

/** The first of the wished tags that there is a catalogue for, else English. */
export function chooseLanguage(wished: readonly string[]): { language: Language; region: string } {
  for (const tag of wished) {
    const language = languageFor(tag);
    if (language !== null) return { language, region: wellFormed(tag.replace(/[.@].*$/, '').replaceAll('_', '-'), language) };
  }
  return { language: 'en', region: 'en' };
}

function wellFormed(tag: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}

export const locale = {
  /** The language of the texts. */
  get language(): Language {
    return state.language;
  },
  /** The locale of numbers, money and dates: the language, with the user's region where known. */
  get region(): string {
    return state.region;
  },
  /** The currency that the user sells in. */
  get home(): string {
    return state.home;
  },
};

export function setHomeCurrency(code: string): void {
  state.home = code;
}

/** Switches texts and formats at once. Without a region the language's own formats are used. */
export function setLocale(language: Language, region: string = language): void {
  state.language = language;
  state.region = languageFor(region) === language ? region : language;
  if (typeof document !== 'undefined') document.documentElement.lang = language === 'zh-CN' ? 'zh-Hans' : language;
}
