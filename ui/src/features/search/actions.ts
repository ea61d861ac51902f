/** The acts that are always at hand: pages, pipelines, undo, looks. Records and pages add their own while they are there. */
import { LANGUAGES, t } from '../../i18n';
import type { IconName } from '../../shared/icons';
import { LANGUAGE_NAMES } from '../../shared/languages';
import { exportEverything } from '../../shared/list/exporting';
import {
  CONTRASTS,
  DENSITIES,
  THEMES,
  appearance,
  catalog,
  changeText,
  go,
  openHistory,
  openNew,
  redoLast,
  runWhenOffered,
  setContrast,
  setDensity,
  setLanguage,
  setTheme,
  undoLast,
  undoSteps,
  type Action,
  type View,
} from '../../store';

const THEME_ICONS: Readonly<Record<(typeof THEMES)[number], IconName>> = { system: 'system', light: 'sun', dark: 'moon' };

function page(view: View, icon: IconName, when?: () => boolean): Action {
  return { id: `page-${view}`, group: 'page', icon, label: () => t(`nav-${view === 'board' ? 'pipeline' : view}`), ...(when ? { when } : {}), run: () => go({ view }) };
}

function pages(): Action[] {
  return [
    page('board', 'board'),
    ...catalog.pipelines.map((pipeline): Action => ({
      id: `pipeline-${pipeline.id}`,
      group: 'page',
      icon: 'board',
      label: () => t('search-act-pipeline', { name: pipeline.name }),
      words: () => t('kind-pipeline'),
      when: () => catalog.pipelines.length > 1,
      run: () => go({ view: 'board', params: { pipeline: pipeline.id } }),
    })),
    page('list', 'list'),
    page('leads', 'inbox', () => catalog.settings.leads_enabled),
    page('contacts', 'contacts'),
    page('reports', 'chart'),
    { id: 'history', group: 'page', icon: 'history', label: () => t('nav-history'), keys: 'mod+h', run: openHistory },
    page('trash', 'trash'),
    page('settings', 'settings'),
    page('import', 'import'),
  ];
}

/** New records of a page that is not open: it is opened and then does it. The page's own act takes this place while it is there. */
function elsewhere(id: string, view: View, icon: IconName, label: string, when: () => boolean = () => true): Action {
  return {
    id,
    group: 'create',
    icon,
    label: () => t(label),
    when,
    run: () => {
      runWhenOffered(id);
      go({ view });
    },
  };
}

function creations(): Action[] {
  return [
    { id: 'new-deal', group: 'create', icon: 'plus', label: () => t('board-new'), run: () => openNew('deal') },
    { id: 'new-lead', group: 'create', icon: 'lead', label: () => t('lead-new'), when: () => catalog.settings.leads_enabled, run: () => openNew('lead') },
    elsewhere('new-organization', 'contacts', 'organization', 'organization-new'),
    elsewhere('new-person', 'contacts', 'person', 'person-new'),
  ];
}

function steps(): Action[] {
  return [
    {
      id: 'undo',
      group: 'data',
      icon: 'undo',
      keys: 'mod+z',
      label: () => (undoSteps.undo ? t('search-act-undo', { what: changeText(undoSteps.undo) }) : t('key-undo')),
      when: () => undoSteps.undo !== null,
      run: undoLast,
    },
    {
      id: 'redo',
      group: 'data',
      icon: 'redo',
      keys: 'mod+shift+z',
      label: () => (undoSteps.redo ? t('search-act-redo', { what: changeText(undoSteps.redo) }) : t('key-redo')),
      when: () => undoSteps.redo !== null,
      run: redoLast,
    },
  ];
}

function exports(): Action[] {
  return [{ id: 'export-everything', group: 'data', icon: 'export', label: () => t('export-everything'), run: exportEverything }];
}

function looks(): Action[] {
  const view = 'view' as const;
  return [
    ...THEMES.map((theme): Action => ({ id: `theme-${theme}`, group: view, icon: THEME_ICONS[theme], label: () => t('search-act-theme', { choice: t(`theme-${theme}`) }), chosen: () => appearance.theme === theme, run: () => setTheme(theme) })),
    ...DENSITIES.map((density): Action => ({ id: `density-${density}`, group: view, icon: 'rows', label: () => t('search-act-density', { choice: t(`density-${density}`) }), chosen: () => appearance.density === density, run: () => setDensity(density) })),
    ...CONTRASTS.map((contrast): Action => ({ id: `contrast-${contrast}`, group: view, icon: 'contrast', label: () => t('search-act-contrast', { choice: t(`contrast-${contrast}`) }), chosen: () => appearance.contrast === contrast, run: () => setContrast(contrast) })),
    // Each language by its own name too: whoever looks for it may not read the present one.
    ...(['system', ...LANGUAGES] as const).map((language): Action => ({
      id: `language-${language}`,
      group: view,
      icon: 'language',
      label: () => t('search-act-language', { choice: language === 'system' ? t('language-system') : LANGUAGE_NAMES[language] }),
      words: () => 'language langue 语言',
      chosen: () => appearance.language === language,
      run: () => setLanguage(language),
    })),
  ];
}

export function builtInActions(): Action[] {
  return [...creations(), ...pages(), ...steps(), ...exports(), ...looks()];
}
