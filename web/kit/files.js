/** Files in and out: the drop area, downloads, and pictures made small enough. */
import { h, newId } from './h.js';
import { t } from './words.js';

/** @param take is given one file */
export function drop({ words, hint, accept, take, verb }) {
  const id = newId('file');
  const input = h('input', { type: 'file', id, accept, onchange: () => input.files[0] && take(input.files[0]) });
  const area = h(
    'div.drop',
    h('p.strong', words),
    hint ? h('p.small', hint) : null,
    input,
    h('label.button.filled', { for: id }, verb),
  );
  for (const name of ['dragenter', 'dragover']) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.add('over');
    });
  }
  for (const name of ['dragleave', 'drop']) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.remove('over');
    });
  }
  area.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer.files;
    if (file) {
      take(file);
    }
  });
  return area;
}

/** Hands a blob to the person as a file. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A button that fetches with the token and saves. */
export function download(api, words, path, name, onProblem) {
  const button = h(
    'button.plainly',
    {
      type: 'button',
      onclick: async () => {
        button.disabled = true;
        try {
          const file = await api.blob(path);
          if (file.link) {
            location.assign(file.link);
          } else {
            save(file.blob, file.name || name);
          }
        } catch (problem) {
          onProblem(problem);
        }
        button.disabled = false;
      },
    },
    words,
  );
  return button;
}

export async function picture(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new Error(t('picture.unreadable'));
  }
}

/** The canvas as a JPEG of at most so many bytes, as good as fits; null when none fits. */
export async function jpeg(canvas, most) {
  for (let quality = 0.88; quality > 0.2; quality -= 0.06) {
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= most) {
      return blob;
    }
  }
  return null;
}

/** A photo scaled to fit a square, as a JPEG of at most so many bytes. */
export async function smaller(file, { side, most }) {
  const image = await picture(file);
  for (let edge = side; edge >= 320; edge = Math.round(edge * 0.75)) {
    const scale = Math.min(1, edge / Math.max(image.width, image.height));
    const canvas = h('canvas', { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await jpeg(canvas, most);
    if (blob) {
      return blob;
    }
  }
  throw new Error(t('picture.unreadable'));
}

export async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(text);
}
