// Starts the NHS components, and says to the style sheet that scripts run. Every page works without this file.
(function () {
  var nhsuk = document.currentScript.dataset.nhsuk;
  document.documentElement.classList.add("has-script");
  document.addEventListener("DOMContentLoaded", function () {
    // On a small screen the filters wait behind one line, unless one of them is set.
    document.querySelectorAll("[data-small-screens-closed=yes]").forEach(function (box) {
      var small = matchMedia("(max-width: 40em)");
      box.open = !small.matches;
      small.addEventListener("change", function () { box.open = !small.matches; });
    });
    if (!("noModule" in HTMLScriptElement.prototype)) return;
    // The classes come with the components in one step: between them the menu would spill out of its band.
    import(nhsuk).then(function (parts) {
      document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
      parts.initAll();
    });
  });
  // Empty fields do not belong in the address of a filtered page.
  document.addEventListener("htmx:configRequest", function (event) {
    var asked = event.detail.formData;
    Array.from(asked.keys()).forEach(function (name) {
      if (asked.getAll(name).join("") === "") asked.delete(name);
    });
  });
})();
