(() => {
  "use strict";
  const search = (self.reportSearch ??= {});
  const here = document.currentScript.src;
  const taking = {}; // who waits for which piece
  let list = null;
  let pieces = {};

  search.address = (path) => new URL(`../../${path}`, here).href;
  search.take = (name, key, data) => taking[name]?.({ key, data });

  class Stale extends Error {}

  // Goes on with a value after the browser did what else there is to do: typing and scrolling do not wait for
  // all of a search.
  search.later = (value) =>
    new Promise((done) => {
      setTimeout(done, 0, value);
    });

  // A script brings data from a folder too, and under a strict policy.
  const load = (name, key) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      taking[name] = done;
      script.src = new URL(`${name}.js${key ? `?${key}` : ""}`, here).href;
      script.addEventListener("load", () => script.remove());
      script.addEventListener("error", () => {
        script.remove();
        failed(new Error(name));
      });
      document.head.append(script);
    }).then(search.later);

  const opened = ({ data }) => {
    const { lang } = document.documentElement;
    const own = data.languages.findIndex(([language]) => language === lang);
    for (const one of [...data.kinds, ...data.editions, ...data.categories]) {
      one[1] = one[1][Math.max(0, own)];
    }
    const grouped = (line, group) => line.split(" ").map((word) => [word, group]);
    const words = data.vocabulary.split("\n").flatMap(grouped);
    const sameAs = new Map(data.same.flatMap((same) => same.map((number) => [number, same])));
    return { ...data, words, sameAs };
  };

  search.list = () =>
    (list ??= load("index")
      .then(opened)
      .then(search.later)
      .catch((error) => {
        list = null;
        throw error;
      }));

  // The piece that holds an item, and the item's index in it.
  const located = (starts, item) => {
    let number = 0;
    let index = item;
    while (index >= starts[number][1]) {
      index -= starts[number][1];
      number += 1;
    }
    return [number, index];
  };

  // A list of pieces that the browser kept may be older than the pieces: each says which it is.
  const loadPiece = async (path, key) => {
    try {
      const got = await load(path, key);
      if (got.key !== key) throw Object.assign(new Stale(path), { key: got.key });
      return got.data;
    } catch (error) {
      delete pieces[path];
      throw error;
    }
  };
  const piece = (path, key) => (pieces[path] ??= loadPiece(path, key));

  search.item = async (name, item) => {
    const starts = (await search.list())[name];
    const [number, index] = located(starts, item);
    const items = await piece(`${name}/${number}`, starts[number][0]);
    return items[index];
  };

  // Does what needs the index, once more with a fresh one when the browser had an old one.
  search.fresh = async (task) => {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      [list, pieces] = [load("index", error.key).then(opened), {}];
      return task();
    }
  };
})();
