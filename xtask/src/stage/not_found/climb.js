(async () => {
  const base = document.querySelector("base");
  const app = document.getElementById("app").content;
  const file = app.querySelector("link[rel=stylesheet]").getAttribute("href");
  for (let folder = new URL(".", location.href); ; folder = new URL("..", folder)) {
    const found = await fetch(new URL(file, folder)).catch(() => undefined);
    if (found?.ok) {
      base.href = folder.href;
      document.documentElement.dataset.boot = "found";
      document.head.append(document.importNode(app, true));
      return;
    }
    if (folder.pathname === "/") break;
  }
  base.href = "/";
  document.documentElement.dataset.boot = "lost";
})();
