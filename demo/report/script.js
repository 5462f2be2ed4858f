'use strict';

const svgNames = 'http://www.w3.org/2000/svg';
const byId = id => document.getElementById(id);

function svg(name, attributes, parent) {
	const element = document.createElementNS(svgNames, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	if (parent) parent.append(element);
	return element;
}

const figures = JSON.parse(byId('figures').textContent);
const colour = no => no > 0 ? 1 + (no - 1) % 8 : 0;
const shape = no => no > 0 ? Math.floor((no - 1) / 8) % 4 : 4;

function mark(no) {
	const element = svg('svg', { class: 'mark colour-' + colour(no), viewBox: '-8 -8 16 16', 'aria-hidden': true });
	svg('use', { href: '#shape-' + shape(no), x: -8, y: -8, width: 16, height: 16 }, element);
	return element;
}

/* ---- the chart: one panel for each kind of harm ---- */

const titles = { killed: 'Killed', wounded: 'Wounded', casualties: 'Killed or wounded', missing: 'Missing',
	captured: 'Captured', detained: 'Detained', displaced: 'Displaced', released: 'Released', rescued: 'Rescued' };
const margin = { left: 60, right: 14, top: 34, bottom: 28 };
const slotLeast = 40, bandLeast = 70, gap = 14, arrow = 26;

function dayName(day) {
	return day ? new Date(day + 'T12:00Z').toLocaleDateString('en-GB',
		{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }) : 'day not known';
}

/* Figures of one day, side by side. Where no day is known, one band for each article. */
function bandsOf(rows) {
	const dated = rows.some(row => row.day);
	const bands = new Map();
	for (const row of rows) {
		const key = dated ? row.day : row.article;
		if (!bands.has(key)) bands.set(key, { name: dated ? dayName(row.day) : 'article ' + row.article, rows: [] });
		bands.get(key).rows.push(row);
	}
	for (const band of bands.values())
		band.rows.sort((a, b) => a.reporter - b.reporter || a.article - b.article || a.best - b.best);
	return [...bands.values()];
}

/* Logarithmic, with a step of its own for zero. */
function scaleOf(rows, height) {
	const numbers = rows.flatMap(row => [row.low, row.high, row.best]).filter(n => n !== null);
	const positive = numbers.filter(n => n > 0);
	const zero = numbers.includes(0) || positive.length === 0;
	const least = Math.log10(Math.min(...positive, 1e15)), most = Math.log10(Math.max(...positive, 1));
	const from = positive.length ? least - .18 : 0, to = Math.max(most + .18, from + 1);
	const bottom = height - margin.bottom - (zero ? 44 : 18), top = margin.top + 12;
	const y = n => n > 0 ? bottom - (Math.log10(n) - from) / (to - from) * (bottom - top) : height - margin.bottom - 14;
	const steps = to - from > 3.4 ? [1] : to - from > 1.4 ? [1, 3] : [1, 2, 5];
	const ticks = zero ? [0] : [];
	for (let power = Math.floor(from); power <= to; power++)
		for (const step of steps) {
			const n = step * 10 ** power;
			if (n >= 1 && Math.log10(n) >= from - .05 && Math.log10(n) <= to + .05) ticks.push(n);
		}
	return { y, ticks };
}

function drawBounds(row, x, y, group) {
	const line = d => svg('path', { class: 'bound', d }, group);
	const at = y(row.best), low = row.low === null ? null : y(row.low), high = row.high === null ? null : y(row.high);
	const cap = (end, up) => line(up ? `M${x - 5} ${end + 6}L${x} ${end}L${x + 5} ${end + 6}` :
		`M${x - 5} ${end - 6}L${x} ${end}L${x + 5} ${end - 6}`);
	if (high === null) {
		line(`M${x} ${at}V${at - arrow}`);
		cap(at - arrow, true);
	}
	if (low === null) {
		line(`M${x} ${at}V${at + arrow}`);
		cap(at + arrow, false);
	}
	if (low !== null && high !== null && row.low !== row.high)
		line(`M${x - 5} ${low}H${x + 5}M${x} ${low}V${high}M${x - 5} ${high}H${x + 5}`);
	return { top: Math.min(at - 7, high === null ? at - arrow : high), bottom: Math.max(at + 7, low === null ? at + arrow : low) };
}

function drawPoint(row, x, y, parent, width) {
	const group = svg('a', { class: 'point colour-' + colour(row.reporter) + (row.counts ? '' : ' apart') +
		(row.negated ? ' negated' : ''), href: '#' + row.item, 'data-item': row.item, 'data-reporter': row.reporter,
		'aria-label': [row.number + ' ' + row.kind, row.whom, row.name, row.day ? dayName(row.day) : '',
			row.negated ? 'denied' : ''].filter(Boolean).join(', ') }, parent);
	const at = y(row.best);
	const hit = svg('rect', { class: 'hit', rx: 5 }, group);
	const ends = drawBounds(row, x, y, group);
	svg('use', { class: 'shape', href: '#shape-' + shape(row.reporter), x: x - 8, y: at - 8, width: 16, height: 16 }, group);
	if (row.negated) svg('path', { class: 'strike', d: `M${x - 8} ${at + 8}L${x + 8} ${at - 8}` }, group);
	const below = row.high === null;
	const half = row.number.length * 4;
	const label = svg('text', { class: 'number', x: Math.min(x, width - half), y: below ? ends.bottom + 12 : ends.top - 5 }, group);
	label.textContent = row.number;
	const top = ends.top - (below ? 4 : 18), bottom = ends.bottom + (below ? 16 : 4);
	for (const [key, value] of Object.entries({ x: x - 19, width: 38, y: top, height: bottom - top })) hit.setAttribute(key, value);
}

function drawPanel(kind, rows, width) {
	const bands = bandsOf(rows);
	const height = rows.length > 7 ? 370 : 270;
	const needed = band => Math.max(bandLeast, band.rows.length * slotLeast + gap);
	const spare = Math.max(0, width - margin.left - margin.right - bands.reduce((sum, band) => sum + needed(band), 0));
	const bandWidth = band => needed(band) + spare * band.rows.length / rows.length;
	const full = margin.left + margin.right + bands.reduce((sum, band) => sum + bandWidth(band), 0);
	const chart = svg('svg', { class: 'chart', width: full, height, viewBox: `0 0 ${full} ${height}`, role: 'group',
		'aria-label': `${titles[kind] || kind}: ${rows.length} figures by day` });
	const { y, ticks } = scaleOf(rows, height);
	const paths = new Map();
	let x = margin.left;

	const backs = svg('g', {}, chart), lines = svg('g', {}, chart), points = svg('g', {}, chart);
	bands.forEach((band, no) => {
		const wide = bandWidth(band);
		if (no % 2 === 0) svg('rect', { class: 'band', x, y: margin.top - 24, width: wide, height: height - margin.bottom - margin.top + 24 }, backs);
		svg('text', { x: x + wide / 2, y: height - 9, 'text-anchor': 'middle' }, backs).textContent = band.name;
		const slot = (wide - gap) / band.rows.length;
		band.rows.forEach((row, i) => {
			const at = x + gap / 2 + slot * (i + .5);
			drawPoint(row, at, y, points, full);
			if (row.reporter > 0 && row.counts && !row.negated) {
				const key = row.reporter + '/' + row.whom;
				paths.set(key, [...(paths.get(key) || []), [at, y(row.best), row.reporter]]);
			}
		});
		x += wide;
	});
	for (const n of ticks) {
		svg('line', { class: 'grid', x1: margin.left, x2: x, y1: y(n), y2: y(n) }, backs);
		svg('text', { x: margin.left - 8, y: y(n) + 4, 'text-anchor': 'end' }, backs).textContent =
			n.toLocaleString('en-GB', n < 1e6 ? {} : { notation: 'compact' });
	}
	for (const path of paths.values())
		if (path.length > 1)
			svg('polyline', { class: 'path colour-' + colour(path[0][2]), 'data-reporter': path[0][2],
				points: path.map(p => p[0] + ',' + p[1]).join(' ') }, lines);
	return chart;
}

function drawCharts() {
	const charts = byId('charts');
	const kinds = [...new Set(figures.map(row => row.kind))];
	charts.replaceChildren();
	const panels = kinds.map(kind => {
		const rows = figures.filter(row => row.kind === kind);
		const panel = document.createElement('figure');
		panel.style.flex = `${rows.length} 1 ${Math.max(220, margin.left + margin.right + 50 + rows.length * slotLeast)}px`;
		panel.innerHTML = '<figcaption><span></span><small></small></figcaption><div class="scroll"></div>';
		panel.querySelector('span').textContent = titles[kind] || kind;
		panel.querySelector('small').textContent = rows.length === 1 ? '1 figure' : rows.length + ' figures';
		charts.append(panel);
		return [kind, rows, panel.querySelector('.scroll')];
	});
	for (const [kind, rows, scroll] of panels) scroll.append(drawPanel(kind, rows, scroll.clientWidth));
	if (!kinds.length) charts.innerHTML = '<p class="none">No figures in these articles.</p>';
	choose(chosen);
}

/* ---- the legend: point at a reporter to see only their figures ---- */

let chosen = null;

function choose(no) {
	byId('charts').classList.toggle('dimmed', no !== null);
	for (const element of byId('charts').querySelectorAll('[data-reporter]'))
		element.classList.toggle('chosen', Number(element.dataset.reporter) === no);
}

function drawLegend() {
	const legend = byId('legend');
	const reporters = new Map(figures.map(row => [row.reporter, row.name]));
	for (const [no, name] of [...reporters].sort((a, b) => (a[0] || 1e9) - (b[0] || 1e9))) {
		const button = document.createElement('button');
		button.type = 'button';
		button.setAttribute('aria-pressed', false);
		button.append(mark(no), name);
		button.addEventListener('pointerenter', () => choose(no));
		button.addEventListener('pointerleave', () => choose(chosen));
		button.addEventListener('click', () => {
			chosen = chosen === no ? null : no;
			for (const other of legend.querySelectorAll('button')) other.setAttribute('aria-pressed', other === button && chosen !== null);
			choose(chosen);
		});
		legend.append(button);
	}
	const sign = (wanted, words) => {
		if (!figures.some(wanted)) return;
		const span = document.createElement('span');
		const picture = svg('svg', { class: 'sample' + (wanted({ counts: false }) ? ' apart' : ''), width: 16, height: 16,
			viewBox: '-8 -8 16 16', 'aria-hidden': true });
		span.className = 'sign';
		svg('use', { href: '#shape-0', x: -8, y: -8, width: 16, height: 16 }, picture);
		if (wanted({ counts: true, negated: true })) svg('path', { class: 'strike', d: 'M-8 8L8-8' }, picture);
		span.append(picture, words);
		legend.append(span);
	};
	sign(row => !row.counts, 'part of a figure, planned or supposed');
	sign(row => row.negated, 'said not to be so');
}

/* ---- the marks in the articles, and the card over them ---- */

const card = byId('card');
let lit = [];

function itemOf(element) {
	const place = element.closest('[data-item], .text .nd-claim, .text .nd-toll');
	if (!place) return null;
	if (place.dataset.item) return byId(place.dataset.item);
	const article = place.closest('article').dataset.article;
	return byId(place.dataset.toll ? `t-${article}-${place.dataset.toll}` : `c-${article}-${place.dataset.claim}`);
}

function marksOf(item) {
	const [part, article, no] = item.id.split('-');
	const what = part === 't' ? 'toll' : 'claim';
	return [...document.querySelectorAll(`#a-${article} .text .nd-${what}[data-${what}="${no}"]`)];
}

function hideCard() {
	card.hidden = true;
	for (const element of lit) element.classList.remove('lit');
	lit = [];
}

function showCard(item, place) {
	hideCard();
	card.replaceChildren(...[...item.childNodes].map(node => node.cloneNode(true)));
	card.dataset.stance = item.dataset.stance;
	card.hidden = false;
	lit = [item, ...marksOf(item)];
	for (const element of lit) element.classList.add('lit');
	const rect = place.getClientRects()[0] || place.getBoundingClientRect();
	const left = Math.max(8, Math.min(rect.left, document.documentElement.clientWidth - card.offsetWidth - 12));
	const above = rect.top > card.offsetHeight + 14;
	card.style.left = left + scrollX + 'px';
	card.style.top = scrollY + (above ? rect.top - card.offsetHeight - 8 : rect.bottom + 8) + 'px';
}

function prepareMarks() {
	const seen = new Set();
	for (const element of document.querySelectorAll('.text .nd-claim, .text .nd-toll')) {
		const item = itemOf(element);
		if (!item) {
			element.classList.add('unlisted');
			continue;
		}
		element.dataset.stance = item.dataset.stance;
		if (!seen.has(item)) {
			element.tabIndex = 0;
			element.setAttribute('aria-describedby', item.id);
			seen.add(item);
		}
	}
}

function onPlace(event) {
	const item = event.target.closest && itemOf(event.target);
	if (item) showCard(item, event.target.closest('.point') ? event.target.closest('.point').querySelector('.hit') : event.target);
	else hideCard();
}

/* #c-3-5 and #t-3-5: to the words themselves, where the text marks them. */
function goTo(item) {
	const first = marksOf(item)[0];
	if (!first) return;
	first.scrollIntoView({ block: 'center', behavior: 'instant' });
	first.focus({ preventScroll: true });
	showCard(item, first);
}

function goToHash() {
	const item = /^#[ct]-\d+-\d+$/.test(location.hash) && byId(location.hash.slice(1));
	if (item) goTo(item);
}

document.addEventListener('pointerover', onPlace);
document.addEventListener('focusin', onPlace);
document.addEventListener('keydown', event => { if (event.key === 'Escape') hideCard(); });
document.addEventListener('click', event => {
	const item = event.target.closest('aside li');
	if (item) goTo(item);
});
addEventListener('hashchange', goToHash);
let width = innerWidth;
addEventListener('resize', () => {
	if (innerWidth === width) return;
	width = innerWidth;
	hideCard();
	drawCharts();
});

drawLegend();
drawCharts();
prepareMarks();
goToHash();
document.documentElement.dataset.ready = 'yes';
