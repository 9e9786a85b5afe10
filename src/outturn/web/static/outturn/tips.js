// Escape puts an open note away without moving the pointer or the focus; leaving and coming back shows it again.
// Pointing, focus and tap need no script.
(function () {
  var shut = "app-tip--shut";
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".app-tip:hover, .app-tip:focus-within").forEach(function (tip) { tip.classList.add(shut); });
  });
  ["mouseout", "focusout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var tip = event.target.closest && event.target.closest(".app-tip");
      if (tip && !tip.contains(event.relatedTarget)) tip.classList.remove(shut);
    });
  });
})();
