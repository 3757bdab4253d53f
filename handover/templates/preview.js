"use strict";
(() => {
  const page = document.documentElement;
  page.classList.add("js");
  const $ = (id) => document.getElementById(id);
  const form = document.querySelector(".tools");
  const main = $("library");
  const query = $("query"), year = $("year"), use = $("use"), short = $("short"), shown = $("shown");
  const number = new Intl.NumberFormat(page.lang);
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  // One record an article; its words are folded when they are first searched.
  const records = [...main.querySelectorAll("article")].map((article) => ({
    article,
    section: article.parentElement,
    isPost: article.querySelector("h3") !== null,
    items: [...article.querySelectorAll("li.update")],
    words: "",
  }));
  const sections = [...main.querySelectorAll("section")];
  const total = records.filter((record) => record.isPost).length;

  const wordsOf = (record) => {
    if (!record.words) {
      const parts = record.article.querySelectorAll("h3, .about, .summary, .text");
      record.words = fold([...parts].map((part) => part.textContent).join("\n")) || " ";
    }
    return record.words;
  };

  const show = (element, visible) => {
    if (element.hidden === visible) element.hidden = !visible;
  };

  const apply = () => {
    const terms = fold(query.value).split(/\s+/).filter(Boolean);
    const chosen = new Set([...form.querySelectorAll("[name=network]:checked")].map((box) => box.value));
    const wantedYear = year ? year.value : "";
    const wantedUse = use.value;
    const onlyShort = Boolean(short && short.checked);
    const narrow = chosen.size > 0 || wantedUse !== "";
    const open = new Set();
    let count = 0, any = false;
    for (const record of records) {
      const { article, section, items } = record;
      let visible =
        (!wantedYear || section.dataset.year === wantedYear) && (!onlyShort || "short" in article.dataset);
      if (visible && terms.length) {
        const words = wordsOf(record);
        visible = terms.every((term) => words.includes(term));
      }
      if (visible) {
        let some = !narrow;
        for (const item of items) {
          const fits =
            (!chosen.size || chosen.has(item.dataset.network)) && (!wantedUse || item.dataset.use === wantedUse);
          show(item, fits);
          some ||= fits;
        }
        visible = some;
      }
      show(article, visible);
      if (visible) {
        any = true;
        open.add(section);
        if (record.isPost) count += 1;
      }
    }
    for (const section of sections) show(section, open.has(section));
    show($("none"), !any && records.length > 0);
    form.classList.toggle("narrowed", narrow || terms.length > 0 || wantedYear !== "" || onlyShort);
    const text = shown.dataset.text.replace("{shown}", number.format(count));
    shown.textContent = text.replace("{total}", number.format(total));
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  };

  const copy = async (button) => {
    const source = button.closest("li").querySelector(".text");
    const label = button.textContent;
    let done = false;
    try {
      await navigator.clipboard.writeText(source.textContent);
      done = true;
    } catch {
      getSelection().selectAllChildren(source); // an older browser: select, copy, leave selected on failure
      done = document.execCommand("copy");
    }
    if (button.dataset.label) return;
    button.dataset.label = label;
    button.textContent = done ? main.dataset.copied : main.dataset.failed;
    $("said").textContent = button.textContent;
    setTimeout(() => {
      button.textContent = label;
      $("said").textContent = "";
      delete button.dataset.label;
    }, 1600);
  };

  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  main.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copy(button);
  });
  form.reset();
  apply();
})();
