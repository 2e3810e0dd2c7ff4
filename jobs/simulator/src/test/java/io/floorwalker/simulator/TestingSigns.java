package io.floorwalker.simulator;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** The signs of trouble in one visit, sought in its events one pattern after the other. */
final class TestingSigns {

  /** One sign, with the checkout step at its last event. */
  record Found(String kind, long atMs, String step, List<CustomerEvent> evidence) {}

  private final List<CustomerEvent> events;
  private final List<Found> signs = new ArrayList<>();

  private TestingSigns(List<CustomerEvent> visit) {
    this.events = visit.stream().sorted(comparingLong(CustomerEvent::getSessionSeq)).toList();
  }

  /** Every sign of a visit in the order in which they are scored. */
  static List<Found> of(List<CustomerEvent> visit) {
    TestingSigns sought = new TestingSigns(visit);
    sought.findSigns();
    return sought.signs;
  }

  private void findSigns() {
    loops();
    clicks();
    steps();
    forms();
    silences();
    signs.sort(
        comparingLong(Found::atMs)
            .thenComparing(sign -> sign.kind().equals("dead_click")) // behind what the click ends
            .thenComparing(Found::kind));
  }

  private void loops() {
    Comparator<CustomerEvent> same = (one, other) -> 0;
    Comparator<CustomerEvent> sameField =
        comparing((CustomerEvent event) -> event.getForm().getField());
    Comparator<CustomerEvent> samePage =
        comparing((CustomerEvent event) -> event.getContext().getPage());
    String completed = EventTypes.CHECKOUT_STEP_COMPLETED;
    loop("field_loop", EventTypes.FIELD_ERROR, completed, 3, 120_000, sameField);
    loop(
        "payment_declined",
        EventTypes.PAYMENT_DECLINED,
        EventTypes.PAYMENT_SUCCEEDED,
        2,
        300_000,
        same);
    loop("coupon_denied", EventTypes.COUPON_DENIED, EventTypes.COUPON_APPLIED, 2, 180_000, same);
    loop("login_loop", EventTypes.LOGIN_FAILED, EventTypes.SIGNED_IN, 3, 300_000, same);
    loop("reload_loop", EventTypes.PAGE_RELOADED, "", 3, 60_000, samePage);
  }

  private void loop(
      String kind,
      String type,
      String success,
      int times,
      long withinMs,
      Comparator<CustomerEvent> same) {
    List<CustomerEvent> begun = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (event.getType().equals(success)) {
        begun.clear();
      }
      boolean counts = event.getType().equals(type);
      if (counts && type.equals(EventTypes.PAGE_RELOADED)) {
        counts = isInCheckout(event);
      }
      if (!counts) {
        continue;
      }
      begun.add(event);
      List<CustomerEvent> alike =
          begun.stream()
              .filter(each -> same.compare(each, event) == 0 && at(event) - at(each) < withinMs)
              .toList();
      if (alike.size() == times) {
        add(kind, alike);
        begun.clear();
      }
    }
  }

  private void clicks() {
    List<CustomerEvent> waiting = new ArrayList<>();
    List<CustomerEvent> burst = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (isClick(event)) {
        if (Objects.equals(event.getInteraction().getReactionMs(), -1)) {
          add("dead_click", List.of(event));
        }
        waiting.add(event);
        boolean goesOn =
            !burst.isEmpty()
                && isOneElement(burst.get(0), event)
                && at(event) - at(burst.get(burst.size() - 1)) <= 1_000;
        if (!goesOn) {
          burst.clear();
        }
        burst.add(event);
        if (burst.size() == 3) {
          add("rage_click", List.copyOf(burst));
          burst.clear();
        }
      }
      if (event.getType().equals(EventTypes.SCRIPT_ERROR)) {
        waiting.removeIf(click -> at(event) - at(click) >= 2_000);
        if (!waiting.isEmpty()) {
          add("error_click", List.of(waiting.get(0), event));
          waiting.clear();
        }
      }
    }
  }

  private void steps() {
    List<CustomerEvent> views = new ArrayList<>();
    for (CustomerEvent event : events) {
      if (event.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED)) {
        views.add(event);
      }
    }
    for (int i = 0; i + 3 < views.size(); i++) {
      List<CustomerEvent> four = views.subList(i, i + 4);
      List<String> names = four.stream().map(view -> view.getCheckout().getStep()).toList();
      if (names.subList(0, 2).equals(names.subList(2, 4))
          && !names.get(0).equals(names.get(1))
          && at(four.get(3)) - at(four.get(0)) < 180_000) {
        add("step_back_and_forth", four);
      }
    }
    for (CustomerEvent shown : events) {
      if (shown.getType().equals(EventTypes.COST_SHOWN)) {
        events.stream()
            .filter(event -> at(event) > at(shown) && at(event) - at(shown) < 20_000)
            .filter(this::isGoingBack)
            .findFirst()
            .ifPresent(left -> add("cost_shock", List.of(shown, left)));
      }
    }
  }

  private void forms() {
    List<CustomerEvent> turns = new ArrayList<>();
    for (CustomerEvent event : events) {
      boolean clears = turns.size() % 2 == 0;
      String wanted = clears ? EventTypes.FORM_CLEARED : EventTypes.FIELD_CHANGED;
      if (event.getType().equals(wanted) && (turns.isEmpty() || sameForm(turns.get(0), event))) {
        turns.add(event);
      }
      if (turns.size() == 4) {
        if (at(event) - at(turns.get(0)) < 120_000) {
          add("form_thrash", turns);
        }
        turns.clear();
      }
      if (event.getType().equals(EventTypes.PAGE_VITALS) && isInCheckout(event)) {
        if (event.getInteraction().getLcpMs() > 4_000 || event.getInteraction().getInpMs() > 500) {
          add("slow_page", List.of(event));
        }
      }
    }
  }

  private static boolean sameForm(CustomerEvent one, CustomerEvent other) {
    return Objects.equals(one.getForm().getFormId(), other.getForm().getFormId());
  }

  private void silences() {
    for (CustomerEvent event : events) {
      switch (event.getType()) {
        case EventTypes.CHECKOUT_STEP_VIEWED -> {
          if (!isPendingOrOrdered(event) && isSilent(event, 90_000, any -> true)) {
            add("step_stall", at(event) + 90_000, List.of(event));
          }
        }
        case EventTypes.PAYMENT_DECLINED -> {
          if (Boolean.TRUE.equals(event.getPayment().getHard())
              && isSilent(event, 60_000, other -> other.getType().startsWith("payment_"))
              && !isSilent(event, 60_000, any -> true)) {
            add("payment_gave_up", at(event) + 60_000, List.of(event));
          }
        }
        case EventTypes.ELEMENT_CLICKED -> {
          if (isClick(event)
              && event.getInteraction().getReactionMs() == null
              && isSilent(event, 2_500, TestingSigns::isReaction)
              && events.stream()
                  .anyMatch(
                      other ->
                          other.getType().equals(EventTypes.PAGE_REACTED)
                              && at(other) < at(event))) {
            add("dead_click", at(event) + 2_500, List.of(event));
          }
        }
        default -> {
          // Nobody waits for an answer to it.
        }
      }
    }
  }

  private boolean isSilent(CustomerEvent since, long ms, Predicate<CustomerEvent> answer) {
    return events.stream()
        .filter(event -> at(event) > at(since) && at(event) - at(since) < ms)
        .noneMatch(answer);
  }

  private static boolean isReaction(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.PAGE_REACTED, EventTypes.PAGE_VIEWED, EventTypes.CHECKOUT_STEP_VIEWED -> true;
      default -> false;
    };
  }

  private boolean isPendingOrOrdered(CustomerEvent view) {
    boolean waits = false;
    for (CustomerEvent event : events) {
      if (at(event) < at(view)) {
        waits =
            switch (event.getType()) {
              case EventTypes.PAYMENT_PENDING, EventTypes.ORDER_PLACED -> true;
              case EventTypes.PAYMENT_DECLINED, EventTypes.PAYMENT_SUCCEEDED -> false;
              default -> waits;
            };
      }
    }
    return waits;
  }

  private boolean isGoingBack(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.CHECKOUT_STEP_LEFT, EventTypes.CART_VIEWED -> true;
      case EventTypes.CHECKOUT_STEP_VIEWED ->
          events.stream()
              .anyMatch(
                  before ->
                      before.getType().equals(EventTypes.CHECKOUT_STEP_VIEWED)
                          && at(before) < at(event)
                          && before.getCheckout().getStep().equals(event.getCheckout().getStep()));
      default -> false;
    };
  }

  private boolean isInCheckout(CustomerEvent event) {
    return events.stream()
        .anyMatch(
            before ->
                at(before) < at(event)
                    && (before.getType().startsWith("checkout_")
                        || before.getType().startsWith("payment_")));
  }

  private static boolean isClick(CustomerEvent event) {
    return event.getType().equals(EventTypes.ELEMENT_CLICKED)
        && !String.valueOf(event.getInteraction().getSelector()).contains("qty");
  }

  private static boolean isOneElement(CustomerEvent one, CustomerEvent other) {
    String selector = one.getInteraction().getSelector();
    double x = one.getInteraction().getX() - other.getInteraction().getX();
    double y = one.getInteraction().getY() - other.getInteraction().getY();
    return (selector != null && selector.equals(other.getInteraction().getSelector()))
        || StrictMath.hypot(x, y) <= 50;
  }

  private void add(String kind, List<CustomerEvent> evidence) {
    add(kind, at(evidence.get(evidence.size() - 1)), evidence);
  }

  private void add(String kind, long atMs, List<CustomerEvent> evidence) {
    CustomerEvent last = evidence.get(evidence.size() - 1);
    String step = "";
    for (CustomerEvent event : events) {
      boolean isKnown = event.getSessionSeq() <= last.getSessionSeq() || at(event) < atMs;
      if (isKnown && event.getCheckout() != null && event.getCheckout().getStep() != null) {
        step = event.getCheckout().getStep();
      }
    }
    signs.add(new Found(kind, atMs, step, List.copyOf(evidence)));
  }

  private static long at(CustomerEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }
}
