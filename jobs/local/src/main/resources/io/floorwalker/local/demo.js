// The demo's page: a toy shop that tells what happens in it, and beside it what came of that.

import { offerHelp } from "/help.js";

const PRODUCTS = [
  { id: "wool-socks", name: "wool socks", category: "socks", price: 14.9, colour: "--clay" },
  { id: "travel-mug", name: "travel mug", category: "gear", price: 24.5, colour: "--moss" },
  { id: "day-pack", name: "day pack", category: "bags", price: 74.95, colour: "--sea" },
  { id: "rain-jacket", name: "rain jacket", category: "jackets", price: 179, colour: "--sun" },
];
const SHIPPING = 6.9;
const BANK_MS = 400;
const SVG = "http://www.w3.org/2000/svg";

const find = (id) => document.getElementById(id);
const money = (amount) => `${amount.toFixed(2)} EUR`;
const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Somebody's visit: numbers what happens and sends it in order. */
class Visit {
  constructor() {
    this.session = `visit-${crypto.randomUUID()}`;
    this.visitor = `visitor-${crypto.randomUUID()}`;
    this.number = 0;
    this.cart = new Map();
    this.last = Date.now();
    this.sending = Promise.resolve();
  }

  happened(type, fields = {}) {
    this.last = Date.now();
    const event = {
      type,
      event_id: crypto.randomUUID(),
      session_id: this.session,
      session_seq: ++this.number,
      anonymous_id: this.visitor,
      occurred_at: this.last,
      "context.page": `/${view}`,
      ...fields,
    };
    this.sending = this.sending.then(() => send(event)).catch(() => say("An event could not be sent."));
  }

  clicked(target, event) {
    this.happened("element_clicked", {
      "interaction.selector": selector(target),
      "interaction.x": Math.round(event.clientX),
      "interaction.y": Math.round(event.clientY),
      "interaction.interactive": true,
    });
  }

  reacted(target, pressed) {
    this.happened("page_reacted", {
      "interaction.selector": selector(target),
      "interaction.reaction_ms": Math.round(performance.now() - pressed),
    });
  }

  total() {
    return [...this.cart].reduce((sum, [product, pieces]) => sum + pieces * product.price, 0);
  }
}

function selector(target) {
  return target.dataset.selector ?? `#${target.id}`;
}

async function send(event) {
  const answer = await fetch("/events", { method: "POST", body: JSON.stringify(event) });
  if (!answer.ok) throw new Error(await answer.text());
}

// ---- the shop

let view = "shelf";
let visit = new Visit();

/** Shows one view; the keyboard goes along. */
function show(name) {
  view = name;
  for (const section of document.querySelectorAll("[data-view]")) section.hidden = section.dataset.view !== name;
  find(`${name}-title`).focus({ preventScroll: true });
  say("");
}

function say(text) {
  find("notice").textContent = text;
}

/** A button that does something, and a tracker that sees how long it took. */
function works(target, act) {
  target.addEventListener("click", (event) => {
    const pressed = performance.now();
    visit.clicked(target, event);
    act();
    visit.reacted(target, pressed);
  });
}

function drawCart() {
  const pieces = [...visit.cart.values()].reduce((sum, some) => sum + some, 0);
  find("count").textContent = pieces;
  find("nothing").hidden = pieces > 0;
  find("begin").disabled = pieces === 0;
  find("lines").replaceChildren(...[...visit.cart].map(([product, some]) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${some} × ${product.name}`;
    const amount = document.createElement("span");
    amount.textContent = money(some * product.price);
    line.append(name, amount);
    return line;
  }));
}

function sketch(id) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${id}`);
  drawing.append(use);
  return drawing;
}

function drawShelf() {
  find("shelf").replaceChildren(...PRODUCTS.map((product) => {
    const item = document.createElement("li");
    const picture = document.createElement("div");
    picture.className = "picture";
    picture.style.setProperty("--tile", `var(${product.colour})`);
    picture.append(sketch(product.id));
    const name = document.createElement("span");
    name.textContent = product.name;
    const price = document.createElement("span");
    price.className = "muted";
    price.textContent = money(product.price);
    const add = document.createElement("button");
    add.type = "button";
    add.textContent = "Add";
    add.setAttribute("aria-label", `Add ${product.name} to the cart`);
    add.dataset.selector = `#add-${product.id}`;
    works(add, () => {
      visit.cart.set(product, (visit.cart.get(product) ?? 0) + 1);
      visit.happened("product_added", {
        "product.product_id": product.id,
        "product.name": product.name,
        "product.category": product.category,
        "product.quantity": 1,
        "product.price": product.price,
        "product.currency": "EUR",
      });
      drawCart();
      say(`${product.name} is in your cart.`);
    });
    item.append(picture, name, price, add);
    return item;
  }));
}

function furnish() {
  works(find("open-cart"), () => {
    show("cart");
    visit.happened("cart_viewed");
  });
  works(find("back"), () => {
    show("shelf");
    visit.happened("page_viewed");
  });
  works(find("begin"), beginCheckout);
  works(find("to-payment"), () => {
    visit.happened("checkout_step_completed", { "checkout.step": "delivery" });
    show("payment");
    visit.happened("checkout_step_viewed", { "checkout.step": "payment" });
  });
  // The dead button: nobody listens but the tracker, which sees no reaction.
  find("check-delivery").addEventListener("click", (event) => visit.clicked(event.currentTarget, event));
  works(find("pay-card"), payByCard);
  works(find("pay-invoice"), payByInvoice);
  find("coupon").addEventListener("submit", (event) => {
    event.preventDefault();
    denyCoupon(find("code").value.trim());
  });
  for (const leave of [find("leave"), ...document.querySelectorAll("[data-leave]")]) {
    leave.addEventListener("click", () => show("left"));
  }
  find("return").addEventListener("click", () => {
    show("cart");
    visit.happened("page_viewed");
  });
  setInterval(() => {
    find("silence").textContent = Math.round((Date.now() - visit.last) / 1000);
  }, 1000);
}

function beginCheckout() {
  const total = visit.total() + SHIPPING;
  find("shipping").textContent = money(SHIPPING);
  find("total").textContent = money(total);
  show("delivery");
  visit.happened("checkout_started");
  visit.happened("checkout_step_viewed", { "checkout.step": "delivery" });
  visit.happened("cost_shown", {
    "checkout.step": "delivery",
    "checkout.shipping_cost": SHIPPING,
    "checkout.total": total.toFixed(2),
    "checkout.currency": "EUR",
  });
}

async function payByCard() {
  const mine = visit;
  find("pay-card").disabled = true;
  say("Asking your bank …");
  mine.happened("payment_started", { "payment.method": "card" });
  await later(BANK_MS);
  if (mine !== visit) return;
  mine.happened("payment_declined", { "payment.method": "card", "payment.code": "do_not_honor" });
  find("pay-card").disabled = false;
  say("Your bank declined the payment.");
}

function payByInvoice() {
  visit.happened("payment_started", { "payment.method": "invoice" });
  visit.happened("payment_succeeded", { "payment.method": "invoice" });
  visit.happened("order_placed", {
    "order.order_id": crypto.randomUUID(),
    "order.order_channel": "web",
    "order.net_value": visit.total().toFixed(2),
    "order.currency": "EUR",
  });
  visit.cart.clear();
  drawCart();
  show("thanks");
}

function denyCoupon(code) {
  visit.happened("coupon_entered", { "coupon.code": code });
  visit.happened("coupon_denied", { "coupon.code": code, "coupon.reason": "expired" });
  say("This coupon has expired.");
}

// ---- what is made of it

const LISTS = { saw: "saw", sign: "found", found: "found", decided: "decided", sent: "sent", answer: "sent" };

function watch(visitor) {
  const stream = new EventSource(`/watch/${encodeURIComponent(visitor)}`);
  stream.addEventListener("open", () => { find("line").textContent = "live"; });
  stream.addEventListener("error", () => { find("line").textContent = "not connected"; });
  for (const [name, list] of Object.entries(LISTS)) {
    stream.addEventListener(name, (event) => add(find(list), name, JSON.parse(event.data)));
  }
  return stream;
}

/** When that happened which led to a line; an answer belongs to what led to its action. */
function cause(name, line) {
  if (name === "sent") causes.set(line.action, line.at);
  return causes.get(line.action) ?? line.at;
}

function add(list, name, line) {
  const row = document.createElement("li");
  row.className = name;
  const words = document.createElement("p");
  const title = document.createElement("b");
  title.textContent = line.title;
  const detail = document.createElement("span");
  detail.textContent = line.detail ?? "";
  words.append(title, detail);
  const time = document.createElement("time");
  time.textContent = `${Math.max(0, Date.now() - cause(name, line)).toLocaleString("en")} ms`;
  row.append(words, time);
  list.querySelector(".empty")?.remove();
  list.prepend(row);
  while (list.children.length > Number(list.dataset.most)) list.lastElementChild.remove();
}

// ---- somebody comes in

const EMPTY = new Map([...document.querySelectorAll(".path ol")].map((list) => [list, list.firstElementChild]));
const causes = new Map();
let following = [];

function enter() {
  for (const one of following) one();
  visit = new Visit();
  for (const [list, empty] of EMPTY) list.replaceChildren(empty);
  find("figure").textContent = "–";
  drawCart();
  const seen = watch(visit.visitor);
  const help = offerHelp({ session: visit.session, place: find("help"), onShown, onAnswer });
  following = [() => seen.close(), () => help.stop()];
  show("shelf");
  visit.happened("page_viewed");
}

function onShown(offer) {
  find("figure").textContent = `${((Date.now() - offer.at) / 1000).toFixed(1)} s`;
}

function onAnswer(offer, word) {
  if (word === "chat_accepted") {
    visit.happened("support_chat_opened");
    say("In your shop a person would now be with you. Here nobody real is reached.");
  } else if (word === "clicked") {
    say("Banks decline for many reasons: try another card, or pay by invoice.");
  }
}

drawShelf();
furnish();
find("again").addEventListener("click", enter);
enter();
