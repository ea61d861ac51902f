/** Theme, density, contrast and language: chosen or the system's, shown as attributes of <html>. */
import { LANGUAGES, chooseLanguage, setLocale, type Language } from '../i18n';
import { callShell } from '../ipc';
import { oneOf, preference, setPreference } from './preferences.svelte';

export const THEMES = ['system', 'light', 'dark'] as const;
export const DENSITIES = ['compact', 'normal', 'roomy', 'touch'] as const;
export const CONTRASTS = ['system', 'normal', 'more'] as const;
export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];
export type Contrast = (typeof CONTRASTS)[number];
export type LanguageChoice = 'system' | Language;

const system = $state({ dark: false, contrast: false });
let forced: string | null = null;

export const appearance = {
  get theme(): Theme {
    return preference('theme', 'system', oneOf(...THEMES));
  },
  get density(): Density {
    return preference('density', 'normal', oneOf(...DENSITIES));
  },
  get contrast(): Contrast {
    return preference('contrast', 'system', oneOf(...CONTRASTS));
  },
  get language(): LanguageChoice {
    return preference('language', 'system', oneOf('system', ...LANGUAGES));
  },
  /** What is on screen. */
  get dark(): boolean {
    return this.theme === 'system' ? system.dark : this.theme === 'dark';
  },
  get moreContrast(): boolean {
    return this.contrast === 'system' ? system.contrast : this.contrast === 'more';
  },
};

export const setDensity = (density: Density): void => setPreference('density', density);
export const setContrast = (contrast: Contrast): void => setPreference('contrast', contrast);
export const setLanguage = (language: LanguageChoice): void => setPreference('language', language);

export function setTheme(theme: Theme): void {
  setPreference('theme', theme);
  colourFrame();
}

/** Gives the frame of the window the theme of its page; where there is no such frame, nothing is lost. */
export function colourFrame(): void {
  callShell('set_theme', { theme: appearance.theme === 'system' ? null : appearance.theme }).catch(() => undefined);
}

/** The locale that the environment asks for; it wins while no language was chosen. */
export function setForcedLocale(tag: string | null): void {
  forced = tag;
}

function watch(query: string, note: (matches: boolean) => void): void {
  const list = window.matchMedia(query);
  note(list.matches);
  list.addEventListener('change', (event) => note(event.matches));
}

/** Follows the choices and the system. Call once, where effects may run. */
export function followAppearance(): void {
  watch('(prefers-color-scheme: dark)', (matches) => (system.dark = matches));
  watch('(prefers-contrast: more)', (matches) => (system.contrast = matches));
  $effect.pre(() => {
    const data = document.documentElement.dataset;
    data.theme = appearance.dark ? 'dark' : 'light';
    data.density = appearance.density;
    data.contrast = appearance.moreContrast ? 'more' : 'normal';
  });
  $effect.pre(() => {
    const wished = forced === null ? navigator.languages : [forced];
    const choice = appearance.language;
    if (choice === 'system') {
      const chosen = chooseLanguage(wished);
      setLocale(chosen.language, chosen.region);
    } else {
      // The user's own region where it speaks the chosen language: English words with British dates.
      const region = wished.map((tag) => chooseLanguage([tag])).find((one) => one.language === choice)?.region;
      setLocale(choice, region ?? choice);
    }
  });
}
