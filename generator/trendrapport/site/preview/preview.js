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
