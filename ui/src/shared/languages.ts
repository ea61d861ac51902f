/** Each language by its own name: whoever looks for it may not read the present one. */
import type { Language } from '../i18n';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', 'zh-CN': '简体中文' };
