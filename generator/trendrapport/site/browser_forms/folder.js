// The report's folder as browsers show a folder on disk (File System Access API), in every browser: the
// server that shows the preview reads and writes the files. Each file is asked for when it is needed.

let server;
let tell;
let paths = new Set();
const versions = new Map();

function address(path) {
  return server.files + path.split("/").map(encodeURIComponent).join("/");
}

function asked(path, options = {}) {
  const headers = { "X-Editing": server.token, ...options.headers };
  return fetch(address(path), { cache: "no-store", ...options, headers });
}

function missing(name) {
  return new DOMException(name, "NotFoundError");
}

// What the server answers instead of doing what was asked is said in words for an editor.
async function changed(path, method, body) {
  const version = versions.get(path);
  const headers = version ? { "If-Match": version } : { "If-None-Match": "*" };
  const answer = await asked(path, { method, body, headers }).catch(() => undefined);
  if (answer?.ok) return answer;
  tell(answer ? await answer.text() : server.unreachable);
  throw new Error(`${path} was not written`);
}

async function list() {
  const answer = await asked("");
  if (!answer.ok) throw missing("");
  paths = new Set(await answer.json());
}

class Place {
  #path;

  constructor(path) {
    this.#path = path;
  }

  get path() {
    return this.#path;
  }

  get name() {
    return this.#path.split("/").pop();
  }

  async requestPermission() {
    return "granted";
  }

  async queryPermission() {
    return "granted";
  }
}

class ServedFile extends Place {
  get kind() {
    return "file";
  }

  async getFile() {
    const answer = await asked(this.path);
    if (!answer.ok) throw missing(this.path);
    versions.set(this.path, answer.headers.get("ETag"));
    const blob = await answer.blob();
    return new File([blob], this.name, { type: blob.type });
  }

  async createWritable() {
    const parts = [];
    return {
      write: async (part) => {
        parts.push(part);
        const answer = await changed(this.path, "PUT", new Blob(parts));
        versions.set(this.path, answer.headers.get("ETag"));
        paths.add(this.path);
      },
      close: async () => {},
    };
  }
}

class ServedFolder extends Place {
  get kind() {
    return "directory";
  }

  #below(name) {
    return this.path ? `${this.path}/${name}` : name;
  }

  async *entries() {
    if (!this.path) await list();
    const start = this.path ? `${this.path}/` : "";
    const seen = new Set();
    for (const path of paths) {
      if (!path.startsWith(start)) continue;
      const [name, ...rest] = path.slice(start.length).split("/");
      if (seen.has(name)) continue;
      seen.add(name);
      yield [name, rest.length ? new ServedFolder(this.#below(name)) : new ServedFile(this.#below(name))];
    }
  }

  async getFileHandle(name, { create = false } = {}) {
    const path = this.#below(name);
    if (!create && !paths.has(path)) throw missing(path);
    return new ServedFile(path);
  }

  async getDirectoryHandle(name) {
    return new ServedFolder(this.#below(name));
  }

  // A folder is gone as soon as its last file is.
  async removeEntry(name) {
    const path = this.#below(name);
    if (!paths.has(path)) return;
    await changed(path, "DELETE");
    paths.delete(path);
    versions.delete(path);
  }
}

// Lets the page work on the folder of the server, as on one that was chosen before. `told` shows a text to
// the editor.
export function useFolder(given, told) {
  server = given;
  tell = told;
  window.FileSystemFileHandle = ServedFile;
  window.showDirectoryPicker = async () => new ServedFolder("");
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (key) {
    const request = get.call(this, key);
    if (key === "root_dir_handle") Object.defineProperty(request, "result", { value: new ServedFolder("") });
    return request;
  };
  localStorage.setItem("sveltia-cms.user", JSON.stringify({ backendName: "local" }));
}
