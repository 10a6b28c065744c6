(function () {
  // Another order each day, the same on both sides of the card; no storage, no network.
  document.querySelectorAll("ul.options").forEach(function (list) {
    if (list.querySelector("[data-fixed]")) return;
    var items = Array.prototype.slice.call(list.children);
    var day = new Date().toDateString();
    function mark(text) {
      var hash = 2166136261;
      for (var i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
      hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
      return (hash ^ (hash >>> 13)) >>> 0;
    }
    items.sort(function (a, b) { return mark(day + a.textContent) - mark(day + b.textContent); });
    items.forEach(function (item) { list.appendChild(item); });
  });
})();
