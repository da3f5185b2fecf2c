/* 草稿、离线重发、工作量证明、回执链接。页面没有它也完整可用。 Draft, re-send, proof of work, receipt link: the pages are whole without it. */
(function () {
  'use strict';
  var store;
  try { store = window.localStorage; store.setItem('xm', '1'); store.removeItem('xm'); } catch (none) { store = null; }
  var PREFIX = 'xm-draft:', WEEK = 6048e5;
  /* A draft keeps no telephone number and no name; what waits to be sent keeps all. */
  var KEPT = ['key', 'kind', 'category', 'district', 'place', 'words', 'identity'];
  var form = document.getElementById('f');
  var told = document.getElementById('told');

  function read(name) {
    try { return JSON.parse(store.getItem(name)); } catch (broken) { return null; }
  }
  function all() {
    var names = [];
    for (var i = 0; store && i < store.length; i++) {
      if (store.key(i).indexOf(PREFIX) === 0) { names.push(store.key(i)); }
    }
    return names;
  }
  all().forEach(function (name) {
    var draft = read(name);
    if (!draft || !(Date.now() - draft.at < WEEK)) { store.removeItem(name); }
  });

  /* The receipt is here: what was kept of this submission goes. */
  var filed = document.querySelector('[data-filed]');
  if (filed) {
    all().forEach(function (name) { if (((read(name) || {}).values || {}).key === filed.dataset.filed) { store.removeItem(name); } });
    return;
  }

  /* A receipt in the part of the address that is sent to nobody. */
  var ask = document.getElementById('s');
  if (ask && location.hash.length > 12) {
    var parts = location.hash.slice(1).split('.');
    history.replaceState(null, '', location.pathname + location.search);
    if (parts.length === 2) {
      ask.elements.number.value = parts[0];
      ask.elements.secret.value = parts[1];
      ask.submit();
    }
  }
  if (!form || !form.dataset.draft) { return; }

  var name = PREFIX + form.dataset.draft, key = form.elements.key;
  function say(text, held) {
    if (told && text) { told.textContent = text; told.setAttribute('role', 'status'); told.className = held ? 'ok c' : 'pr'; }
  }
  function values(only) {
    var kept = {};
    Array.prototype.forEach.call(form.elements, function (e) {
      if (!e.name || (only && only.indexOf(e.name) < 0)) { return; }
      if ((e.type === 'radio' || e.type === 'checkbox') && !e.checked) { return; }
      kept[e.name] = e.value;
    });
    return kept;
  }
  /* What was on its way keeps its key, so that it cannot be filed twice; a draft takes the new form's. */
  function fill(kept, sent) {
    Array.prototype.forEach.call(form.elements, function (e) {
      if (!e.name || !(e.name in kept) || (e.name === 'key' && !sent) || e.name === 'puzzle' || e.name === 'answer' || e.name === 'l' || e.name === 'v') { return; }
      if (e.type === 'radio' || e.type === 'checkbox') { e.checked = e.value === kept[e.name]; } else { e.value = kept[e.name]; }
    });
  }
  function keep(state) {
    if (!store) { return false; }
    state.at = Date.now();
    try { store.setItem(name, JSON.stringify(state)); return true; } catch (full) { return false; }
  }
  function clock() { return new Date().toTimeString().slice(0, 5); }

  var words = form.elements.words, count = document.getElementById('count');
  function counted() {
    if (count && words && words.value) { count.textContent = count.dataset.say.replace('#', Array.from(words.value).length); }
  }
  /* Who stays anonymous is asked for no telephone. */
  function reached() {
    var of = form.elements.identity;
    if (!of) { return; }
    ['phone', 'name'].forEach(function (n) {
      var field = form.elements[n];
      if (field && field.type !== 'hidden') { field.parentNode.hidden = of.value === 'anonymous'; }
    });
  }
  var fresh = words && words.tagName === 'TEXTAREA' && !words.value;
  var draft = store && read(name);
  if (draft && fresh) {
    fill(draft.values, draft.sent);
    counted();
    reached();
    if (draft.queued && navigator.onLine) { send(); return; }
    say(draft.queued ? form.dataset.offline : form.dataset.restored, draft.queued);
  }
  var timer;
  reached();
  form.addEventListener('input', function () {
    counted();
    reached();
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (keep({values: values(KEPT)})) { say(form.dataset.saved.replace('{0}', clock())); }
    }, 600);
  });

  /* SHA-256 (FIPS 180-4), for browsers that offer none outside https; a puzzle is text and counter. */
  var K = [], H0 = [];
  (function () {
    function frac(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
    for (var n = 2, i = 0; i < 64; n++) {
      for (var f = 2, prime = true; f * f <= n; f++) { if (n % f === 0) { prime = false; break; } }
      if (prime) { if (i < 8) { H0[i] = frac(Math.pow(n, 0.5)); } K[i++] = frac(Math.pow(n, 1 / 3)); }
    }
  }());
  var W = new Int32Array(64);
  function block(h, data, at) {
    var i, a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
    for (i = 0; i < 64; i++) {
      if (i < 16) {
        W[i] = data[at + i * 4] << 24 | data[at + i * 4 + 1] << 16 | data[at + i * 4 + 2] << 8 | data[at + i * 4 + 3];
      } else {
        var x = W[i - 15], y = W[i - 2];
        W[i] = W[i - 16] + W[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
          + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
      }
      var t = k + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + W[i] | 0;
      var u = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
      k = g; g = f; f = e; e = d + t | 0; d = c; c = b; b = a; a = t + u | 0;
    }
    h[0] = h[0] + a | 0; h[1] = h[1] + b | 0; h[2] = h[2] + c | 0; h[3] = h[3] + d | 0;
    h[4] = h[4] + e | 0; h[5] = h[5] + f | 0; h[6] = h[6] + g | 0; h[7] = h[7] + k | 0;
  }
  function first(text) {
    var length = text.length, data = new Uint8Array((length + 72) >> 6 << 6), i, h = H0.slice();
    for (i = 0; i < length; i++) { data[i] = text.charCodeAt(i); }
    data[length] = 128;
    data[data.length - 1] = length << 3 & 255;
    data[data.length - 2] = length << 3 >>> 8 & 255;
    for (i = 0; i < data.length; i += 64) { block(h, data, i); }
    return h[0];
  }
  function solve(puzzle, done) {
    var bits = +puzzle.split('.')[1], n = 0;
    (function some() {
      for (var end = n + 4000; n < end; n++) {
        if (bits === 0 || first(puzzle + ':' + n) >>> (32 - bits) === 0) { done(String(n)); return; }
      }
      setTimeout(some, 0);
    }());
  }
  var puzzle = form.elements.puzzle, answer = form.elements.answer, solving = null;
  if (puzzle && puzzle.value) {
    solving = [];
    solve(puzzle.value, function (n) { answer.value = n; solving.forEach(function (go) { go(); }); solving = null; });
  }

  var sending = false;
  function send() {
    if (solving) { say(form.dataset.working, true); solving.push(send); return; }
    keep({values: values(), queued: true, sent: true});
    sending = true;
    say(form.dataset.sending);
    form.submit();
    setTimeout(function () { sending = false; }, 8000);
  }
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (sending) { return; }
    clearTimeout(timer);
    if (!navigator.onLine && keep({values: values(), queued: true, sent: true})) { say(form.dataset.offline, true); return; }
    send();
  });
  window.addEventListener('online', function () {
    var waiting = store && read(name);
    if (waiting && waiting.queued && !sending) { fill(waiting.values, true); send(); }
  });
  /* Back from a page that could not be reached, or with something to mend: no longer on its way. */
  window.addEventListener('pageshow', function (event) { if (event.persisted) { sending = false; } });
  if (!fresh && store) { keep({values: values(KEPT)}); }
}());
