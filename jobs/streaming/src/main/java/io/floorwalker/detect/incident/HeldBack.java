package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.schema.Detection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a site that an incident holds back: they struggled while it went on, so nobody
 * helped them. By session the newest struggle; when the incident closes, it is known who is still
 * to be told.
 */
final class HeldBack {
  private static final Comparator<Held> ORDER =
      Comparator.<Held>comparingLong(held -> held.struggle().getDetectedAt().toEpochMilli())
          .thenComparing(held -> held.struggle().getDetectionId());

  private final MapState<String, Held> held;

  /**
   * A session.
   *
   * @param struggle marked with its incident
   */
  public record Held(Detection struggle, String decidingEvent, boolean hasOrdered) {

    boolean isOf(OpenIncident incident) {
      return incident.opened().getDetectionId().equals(struggle.getIncidentId());
    }

    /** Who is told once, in however many sessions. */
    String person() {
      String customer = struggle.getCustomerKey();
      return customer == null ? struggle.getSessionId() : customer;
    }
  }

  private HeldBack(MapState<String, Held> held) {
    this.held = held;
  }

  static HeldBack open(RuntimeContext context) {
    return new HeldBack(
        context.getMapState(
            new MapStateDescriptor<>("held", Types.STRING, TypeInformation.of(Held.class))));
  }

  void hold(Episode marked) throws Exception {
    Detection struggle = marked.detection();
    held.put(struggle.getSessionId(), new Held(struggle, marked.decidingEvent(), false));
  }

  /** She helped herself. */
  void order(String session) throws Exception {
    @Nullable Held known = held.get(session);
    if (known != null) {
      held.put(session, new Held(known.struggle(), known.decidingEvent(), true));
    }
  }

  /** Lets go of all whom the incident held; of each person who has not ordered the newest. */
  List<Held> release(OpenIncident incident) throws Exception {
    List<Held> released = new ArrayList<>();
    for (Held one : held.values()) {
      if (one.isOf(incident)) {
        released.add(one);
      }
    }
    for (Held one : released) {
      held.remove(one.struggle().getSessionId());
    }
    Map<String, List<Held>> byPerson =
        released.stream()
            .sorted(ORDER)
            .collect(Collectors.groupingBy(Held::person, TreeMap::new, Collectors.toList()));
    return byPerson.values().stream()
        .filter(sessions -> sessions.stream().noneMatch(Held::hasOrdered))
        .map(HeldBack::newest)
        .toList();
  }

  private static Held newest(Collection<Held> inOrder) {
    return inOrder.stream().reduce((one, next) -> next).orElseThrow();
  }
}
