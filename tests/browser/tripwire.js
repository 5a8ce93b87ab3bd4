// Put into every page before anything else: notes what ran, and what became of the page.
window.trips = [];
window.trip = () => { window.trips.push("a program ran"); };
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = window.trip;

const NATIVE = ["body", "cookie", "createElement", "documentElement", "forms", "getElementById",
                "head", "querySelector"];
const native = (name) => {
  for (let holder = Document.prototype; holder; holder = Object.getPrototypeOf(holder)) {
    const own = Object.getOwnPropertyDescriptor(holder, name);
    if (own) return own.get ? own.get.call(document) : own.value;
  }
};

// What a reader does: touches everything, and everything that listens hears what it listens to.
window.touch = (root) => {
  for (const element of root.querySelectorAll("*")) {
    for (const attribute of [...element.attributes]) {
      if (attribute.name.startsWith("on")) {
        element.dispatchEvent(new Event(attribute.name.slice(2), { cancelable: true }));
      }
    }
    const address = ["href", "xlink:href", "formaction", "action"]
      .map((name) => element.getAttribute(name) ?? "").join("")
      .replace(/[\u0000-\u0020]/g, "").toLowerCase();
    if (element instanceof HTMLFormElement) HTMLFormElement.prototype.requestSubmit.call(element);
    else if (address.startsWith("javascript:")) {
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  }
};

window.damage = () => {
  const found = [];
  const base = Object.getOwnPropertyDescriptor(Node.prototype, "baseURI").get.call(document);
  if (!/^(http:\/\/client\.example\/|about:)/.test(base)) found.push("other base");
  for (const name of NATIVE) {
    if (document[name] !== native(name)) found.push(`document.${name} is another`);
  }
  const host = Document.prototype.getElementById.call(document, "host");
  if (host && getComputedStyle(host).display === "none") found.push("the page is restyled");
  if (Document.prototype.querySelector.call(document, "form")) found.push("a form");
  return found;
};
