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
    const own = Math.max(
      0,
      data.languages.findIndex(([language]) => language === document.documentElement.lang),
    );
    for (const part of ["kinds", "editions", "categories"])
      for (const one of data[part]) one[1] = one[1][own];
    const words = data.vocabulary
      .split("\n")
      .flatMap((line, group) => line.split(" ").map((word) => [word, group]));
    return { ...data, words };
  };

  search.list = () =>
    (list ??= load("index")
      .then(opened)
      .then(search.later)
      .catch((error) => {
        list = null;
        throw error;
      }));

  // The piece that holds an item, and the item's place in it.
  const place = (starts, item) => {
    let number = 0;
    for (; item >= starts[number][1]; number += 1) item -= starts[number][1];
    return [number, item];
  };

  // A list of pieces that the browser kept may be older than the pieces: each says which it is.
  const piece = (name, number, key) =>
    (pieces[`${name}/${number}`] ??= load(`${name}/${number}`, key)
      .then((got) => {
        if (got.key !== key) throw Object.assign(new Stale(name), { key: got.key });
        return got.data;
      })
      .catch((error) => {
        delete pieces[`${name}/${number}`];
        throw error;
      }));

  search.item = async (name, item) => {
    const starts = (await search.list())[name];
    const [number, at] = place(starts, item);
    return (await piece(name, number, starts[number][0]))[at];
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
