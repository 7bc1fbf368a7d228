// Shows a page anew as soon as the report was built again.
const shownBuild = document.currentScript.dataset.build;
let rebuilds;

// A browser keeps few connections to one host, so only the tab that is seen listens.
function listen() {
  if (document.hidden) {
    rebuilds?.close();
    rebuilds = undefined;
    return;
  }
  rebuilds ??= new EventSource("/.preview/rebuilds");
  rebuilds.onmessage = ({ data }) => {
    if (data !== shownBuild) location.reload();
  };
}

document.addEventListener("visibilitychange", listen);
listen();

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });
}

// The advice on the text of this page, once somebody opens the corner: looking takes longer than a build.
const corner = document.querySelector(".preview-corner");
const OPEN = "preview-corner";

function showAdvice() {
  const beside = corner.querySelector(".preview-beside");
  const count = corner.querySelector(".preview-count");
  // A page may not make elements of text here, so that it is asked for as a document.
  const asked = new XMLHttpRequest();
  asked.responseType = "document";
  asked.onload = () => {
    if (asked.status !== 200) return;
    const found = asked.response.querySelectorAll(".preview-findings > li").length;
    beside.replaceChildren(...asked.response.body.childNodes);
    count.textContent = String(found);
    count.hidden = found === 0;
  };
  asked.open("GET", `${corner.dataset.beside}?page=${encodeURIComponent(decodeURI(location.pathname))}`);
  asked.send();
}

corner?.addEventListener("toggle", () => {
  sessionStorage.setItem(OPEN, corner.open ? "yes" : "");
  if (corner.open) showAdvice();
});
if (corner && sessionStorage.getItem(OPEN)) corner.open = true;
