package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.schema.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/** The incidents of a site that go on, by the key of their roll-up. */
final class OpenIncidents {
  private final IncidentRules rules;
  private final IncidentRecords records;
  private final MapState<String, OpenIncident> open;
  private final HeldBack heldBack;
  private final Counter opened;
  private final Counter closed;
  private final Counter marked;
  private final Counter recovered;

  private OpenIncidents(IncidentRules rules, IncidentRecords records, RuntimeContext context) {
    MetricGroup metrics = context.getMetricGroup();
    this.rules = rules;
    this.records = records;
    this.open =
        context.getMapState(
            new MapStateDescriptor<>(
                "incidents", Types.STRING, TypeInformation.of(OpenIncident.class)));
    this.heldBack = HeldBack.open(context);
    this.opened = metrics.counter("incident");
    this.closed = metrics.counter("incident_closed");
    this.marked = metrics.counter("part_of_incident");
    this.recovered = metrics.counter("incident_recovered");
  }

  static OpenIncidents open(RuntimeContext context, IncidentRules rules, IncidentRecords records) {
    return new OpenIncidents(rules, records, context);
  }

  boolean isAny() throws Exception {
    return !open.isEmpty();
  }

  /** Whether the window can open or close anything; most windows cannot. */
  boolean mayChange(Window window) throws Exception {
    return isAny() || window.troubles().size() >= rules.sessions();
  }

  /** The struggle with the incident that it is part of, the broadest, or with none. */
  Detection mark(Episode episode) throws Exception {
    Trouble trouble = Trouble.of(episode);
    if (trouble != null) {
      for (RollUp rollUp : trouble.rollUps()) {
        OpenIncident incident = open.get(rollUp.key());
        if (incident != null) {
          return records.marked(episode.detection(), incident);
        }
      }
    }
    return records.marked(episode.detection(), null);
  }

  /** Keeps who struggles as part of an incident until it is over. */
  void holdBack(Episode marked) throws Exception {
    this.marked.inc();
    heldBack.hold(marked);
  }

  /** Who has ordered need not be told that it works again. */
  void order(String session) throws Exception {
    heldBack.order(session);
  }

  /** Closes what was calm for long enough, now that the window has ended. */
  void close(Window window, Baseline baseline, long end, Collector<Detection> out)
      throws Exception {
    for (OpenIncident incident : inOrder()) {
      RollUp rollUp = incident.rollUp();
      OpenIncident after =
          incident.afterMinute(rules.isCalm(window.tally(rollUp), baseline.share(rollUp)));
      if (after.calm() >= rules.calmMinutes()) {
        open.remove(rollUp.key());
        closed.inc();
        out.collect(records.closed(incident.opened(), end));
        for (HeldBack.Held held : heldBack.release(incident)) {
          recovered.inc();
          out.collect(records.recovered(held, end));
        }
      } else {
        open.put(rollUp.key(), after);
      }
    }
  }

  /** Opens at most one incident a step: the broadest of those that the window shows. */
  void open(Window window, Baseline baseline, long end, Collector<Detection> out) throws Exception {
    for (String step : window.stepsInTrouble()) {
      for (RollUp rollUp : window.rollUps(step)) {
        if (rollUp.dimension() == Dimension.STEP && open.contains(rollUp.key())) {
          break;
        }
        Tally tally = window.tally(rollUp);
        if (!open.contains(rollUp.key()) && rules.opens(tally, baseline.share(rollUp))) {
          Detection incident = records.opened(rollUp, window.troubles(rollUp), tally, end);
          open.put(rollUp.key(), new OpenIncident(rollUp, incident, 0));
          opened.inc();
          out.collect(incident);
          break;
        }
      }
    }
  }

  /** As a list: closing one must not disturb the others. */
  private List<OpenIncident> inOrder() throws Exception {
    List<OpenIncident> all = new ArrayList<>();
    open.values().forEach(all::add);
    all.sort(Comparator.comparing(incident -> incident.rollUp().key()));
    return all;
  }
}
