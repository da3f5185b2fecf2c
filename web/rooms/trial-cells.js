/** The sheet as the officer knows it: rows around each fault, the cell marked, and beside it what to write instead. */
import { h } from '../kit/h.js';
import { sign } from '../kit/sign.js';
import { language, t } from '../kit/words.js';

const LEAST_COLUMNS = 5;
const MOST_ROWS = 60;

export function errorTables(trial) {
  const places = new Map();
  const cells = (trial.sheets ?? []).map((sheet) => sheetTable(trial, sheet, places)).filter(Boolean);
  const jump = (finding) => {
    const place = places.get(`${finding.sheet}!${finding.cell}`);
    return place
      ? () => {
          place.scrollIntoView({ block: 'center', inline: 'center' });
          place.focus();
        }
      : null;
  };
  return { cells, jump };
}

function sheetTable(trial, sheet, places) {
  const findings = trial.findings.filter((f) => f.sheet === sheet.name);
  const rows = (trial.context ?? []).filter((r) => r.sheet === sheet.name).slice(0, MOST_ROWS);
  if (findings.length === 0 || rows.length === 0) {
    return null;
  }
  const shown = columnsOf(sheet, findings, rows);
  const byCell = new Map();
  for (const finding of findings) {
    const before = byCell.get(finding.cell);
    if (!before || before.severity === 'warning') {
      byCell.set(finding.cell, finding);
    }
  }
  const title = trial.sheets.length > 1 ? t('trial.where.sheet', { sheet: sheet.name }) : t('trial.where');
  const caption = t('trial.where.caption', { from: rows[0].row, to: rows.at(-1).row });
  return [
    h('h2', title),
    h(
      'div.scroll',
      { tabindex: '0', role: 'region', 'aria-label': title },
      h(
        'table.sheet',
        h('caption.hidden', caption),
        h(
          'thead',
          h(
            'tr',
            h('th', { scope: 'col' }, h('span.hidden', t('trial.row'))),
            shown.map((i) => h('th', { scope: 'col' }, `${letter(i)} ${sheet.headings[i]}`)),
          ),
        ),
        h(
          'tbody',
          rows.map((row, n) =>
            h(
              'tr',
              { class: n > 0 && row.row !== rows[n - 1].row + 1 ? 'jump' : null },
              h('th', { scope: 'row' }, row.row),
              shown.map((i) => cell(row, i, byCell.get(`${letter(i)}${row.row}`), sheet, places)),
            ),
          ),
        ),
      ),
    ),
  ];
}

function cell(row, i, finding, sheet, places) {
  const text = row.cells[i] ?? '';
  if (!finding) {
    return h('td', text);
  }
  const kind = finding.severity === 'warning' ? 'care' : 'no';
  const place = h(
    'td',
    { class: `cell-${kind}`, tabindex: '-1' },
    h('span.marked', sign(kind), h('span', text || t('trial.blank')), h('span.hidden', ` ${what(finding)}`)),
  );
  places.set(`${sheet.name}!${finding.cell}`, place);
  return place;
}

/** The columns at fault, the one that names the row, and neighbours up to a readable width. */
function columnsOf(sheet, findings, rows) {
  const numbers = new Set(rows.map((row) => row.row));
  const isFilled = (i) => rows.some((row) => row.cells[i]);
  const chosen = new Set(
    findings
      .filter((f) => numbers.has(f.row))
      .map((f) => index(f.column))
      .filter((i) => i >= 0 && i < sheet.headings.length),
  );
  const naming = sheet.headings.findIndex((heading) => /名称|姓名|name/i.test(heading));
  if (naming >= 0) {
    chosen.add(naming);
  }
  for (let i = 0; i < sheet.headings.length && chosen.size < LEAST_COLUMNS; i += 1) {
    if (isFilled(i)) {
      chosen.add(i);
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** Every finding: its cell, what is wrong, what is right, and the characters at fault. */
export function howToMend(trial, jump) {
  const errors = trial.findings.filter((f) => f.severity !== 'warning');
  const warnings = trial.findings.filter((f) => f.severity === 'warning');
  return [
    errors.length > 0 ? [h('h2', t('trial.mend')), findingList(trial, errors, jump)] : null,
    warnings.length > 0
      ? [h('h2', t('trial.look')), h('p.small', t('trial.look.words')), findingList(trial, warnings, jump)]
      : null,
  ];
}

function findingList(trial, findings, jump) {
  const several = trial.sheets.length > 1;
  return h(
    'ul',
    findings.map((finding) => {
      const go = jump(finding);
      const body = [
        h('b.at', { class: finding.severity === 'warning' ? 'care' : 'no' }, finding.cell || `${finding.row ?? ''}`),
        h(
          'span',
          several ? h('small', finding.sheet) : null,
          h('b', what(finding)),
          language === 'en' && finding.english ? null : finding.mend,
          marked(finding),
        ),
      ];
      return h('li', go ? h('button.finding', { type: 'button', onclick: go }, body) : h('div.finding', body));
    }),
  );
}

function what(finding) {
  return language === 'en' && finding.english ? finding.english : finding.what;
}

function marked(finding) {
  const value = finding.value ?? '';
  if (!value) {
    return null;
  }
  const letters = [...value];
  const [start, end] = finding.mark ?? [0, 0];
  if (start === end) {
    return h(
      'code',
      value,
      finding.mark && start === letters.length && start > 0 ? h('mark', t('trial.missing')) : null,
    );
  }
  return h(
    'code',
    letters.slice(0, start).join(''),
    h('mark', letters.slice(start, end).join('')),
    letters.slice(end).join(''),
  );
}

/** 0 is A, 26 is AA. */
export function letter(i) {
  return (i >= 26 ? letter(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26));
}

function index(column) {
  return [...(column ?? '')].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}
