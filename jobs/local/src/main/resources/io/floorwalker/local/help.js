// The on-page channel for a shop's page: offers of help for one session, as a small card.
//
//   import { offerHelp } from "http://127.0.0.1:8088/help.js";
//   offerHelp({ session: id, place: document.querySelector("#help") });
//
// An offer is shown only where the server says that this page is the first to show it and that it
// is still in time. What an offer says is text and never becomes markup.

const HERE = new URL(import.meta.url).origin;
const COME_BACK_MS = 3000;

const ACCEPT = {
  chat: { word: "chat_accepted", label: "Start a chat" },
  page: { word: "clicked", label: "Show me" },
};

/**
 * Listens until stop() is called.
 *
 * server:   origin of the channel, where that is not the one that this module came from
 * onShown:  called with the offer when its card stands on the page
 * onAnswer: called with the offer and the word: clicked, chat_accepted or dismissed
 */
export function offerHelp({ server = HERE, session, place, onShown = () => {}, onAnswer = () => {} }) {
  const address = `${server}/sse/${encodeURIComponent(session)}`;
  let stream = null;
  let stopped = false;

  const connect = () => {
    if (stopped) return;
    stream = new EventSource(address);
    stream.addEventListener("offer", (event) => take(JSON.parse(event.data)));
    // The browser comes back by itself, unless it was sent away.
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(connect, COME_BACK_MS);
    });
  };

  const tell = async (offer, word) => {
    const told = await fetch(`${address}/${encodeURIComponent(offer.action_id)}`, { method: "POST", body: word });
    return told.ok;
  };

  const take = async (offer) => {
    if (!(await tell(offer, "shown")) || stopped) return;
    const answer = (word) => {
      place.replaceChildren();
      tell(offer, word);
      onAnswer(offer, word);
    };
    place.replaceChildren(card(offer, answer));
    onShown(offer);
  };

  connect();
  return {
    stop() {
      stopped = true;
      stream.close();
      place.replaceChildren();
    },
  };
}

function card(offer, answer) {
  const accept = ACCEPT[offer.channel] ?? ACCEPT.page;
  const box = element("article", "offer");
  box.append(
    element("h4", "", offer.title),
    element("p", "", offer.text),
    button(accept.label, "strong", () => answer(accept.word)),
    button("No, thanks", "quiet", () => answer("dismissed")),
  );
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") answer("dismissed");
  });
  return box;
}

function button(label, look, press) {
  const made = element("button", look, label);
  made.type = "button";
  made.addEventListener("click", press, { once: true });
  return made;
}

function element(name, look, text = "") {
  const made = document.createElement(name);
  made.className = look;
  made.textContent = text;
  return made;
}
