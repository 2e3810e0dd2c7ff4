package io.floorwalker.detect.incident;

import io.floorwalker.detect.Waiting;
import io.floorwalker.detect.struggle.Episode;
import io.floorwalker.detect.struggle.Ordered;
import io.floorwalker.schema.Detection;
import java.util.Comparator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts at the end of each minute how many sessions of a site struggle at a step, opens and closes
 * incidents, and passes every struggle on with the incident that it is part of. That is known when
 * the watermark has passed the struggle: the incidents of its moment were opened at the end of an
 * earlier minute. Who cannot wait so long is told at once by what is known then, and told again
 * where that was wrong.
 */
public final class IncidentWatch extends KeyedProcessFunction<String, SiteNews, Detection> {
  private static final long serialVersionUID = 1L;

  private final IncidentRules rules;
  private final IncidentRecords records;
  private final boolean atOnce;
  private transient @Nullable RecentMinutes recent;
  private transient @Nullable History history;
  private transient @Nullable Waiting<Episode> waiting;
  private transient @Nullable Waiting<Ordered> orders;
  private transient @Nullable OpenIncidents incidents;

  IncidentWatch(IncidentRules rules, IncidentRecords records, boolean atOnce) {
    this.rules = rules;
    this.records = records;
    this.atOnce = atOnce;
  }

  /**
   * Attaches the watch.
   *
   * @param atOnce no struggle waits
   */
  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<SiteNews, String> sites,
      IncidentRules rules,
      IncidentRecords records,
      boolean atOnce) {
    return sites
        .process(new IncidentWatch(rules, records, atOnce))
        .name("incident watch")
        .uid("incident-watch-v1");
  }

  @Override
  public void open(OpenContext context) {
    recent = RecentMinutes.open(getRuntimeContext());
    history = History.open(getRuntimeContext());
    waiting =
        Waiting.open(
            getRuntimeContext(),
            Episode.class,
            Comparator.comparing(episode -> episode.detection().getDetectionId()));
    orders =
        Waiting.open(
            getRuntimeContext(), "orders", Ordered.class, Comparator.comparing(Ordered::session));
    incidents = OpenIncidents.open(getRuntimeContext(), rules, records);
  }

  @Override
  public void processElement(SiteNews news, Context context, Collector<Detection> out)
      throws Exception {
    if (news.reached() != null && isToBeCounted(news.reached().at(), context)) {
      opened(recent).add(news.reached());
      watchMinute(news.reached().at(), context);
    }
    if (news.episode() != null) {
      count(news.episode(), context);
      wait(atOnce ? said(news.episode(), out) : news.episode(), context);
    }
    if (news.ordered() != null) {
      opened(orders).add(news.ordered().at(), news.ordered(), context.timerService());
    }
  }

  private Episode said(Episode episode, Collector<Detection> out) throws Exception {
    Detection marked = opened(incidents).mark(episode);
    out.collect(marked);
    return episode.as(marked);
  }

  private void wait(Episode episode, Context context) throws Exception {
    long at = episode.detection().getDetectedAt().toEpochMilli();
    opened(waiting).add(at, episode, context.timerService());
  }

  private void count(Episode episode, Context context) throws Exception {
    Trouble trouble = Trouble.of(episode);
    if (trouble != null && isToBeCounted(trouble.at(), context)) {
      opened(recent).add(trouble);
      watchMinute(trouble.at(), context);
    }
  }

  /** The next number of a session is told however late it comes, but its minute is over. */
  private static boolean isToBeCounted(long moment, Context context) {
    return RecentMinutes.endOfMinute(moment) - 1 > context.timerService().currentWatermark();
  }

  /** A minute is over when the watermark says that nothing of its last millisecond is to come. */
  private static void watchMinute(long moment, Context context) {
    context.timerService().registerEventTimeTimer(RecentMinutes.endOfMinute(moment) - 1);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    // Before the minute is counted: what opens at its end is no part of what was before.
    passOn(timestamp, out);
    for (Ordered order : opened(orders).take(timestamp)) {
      opened(incidents).order(order.session());
    }
    long end = timestamp + 1;
    if (end % RecentMinutes.MINUTE == 0) {
      count(end, context, out);
    }
    opened(history).onTimer(timestamp);
  }

  private void passOn(long moment, Collector<Detection> out) throws Exception {
    for (Episode episode : opened(waiting).take(moment)) {
      Detection marked = opened(incidents).mark(episode);
      if (marked.getIncidentId() != null) {
        opened(incidents).holdBack(episode.as(marked));
      }
      if (!atOnce) {
        out.collect(marked);
      } else if (!marked.equals(episode.detection())) {
        out.collect(records.saidAgain(marked));
      }
    }
  }

  private void count(long end, OnTimerContext context, Collector<Detection> out) throws Exception {
    String site = context.getCurrentKey();
    Window minute = opened(recent).minute(end);
    if (!minute.isEmpty()) {
      opened(history).add(site, end - RecentMinutes.MINUTE, minute, context.timerService());
    }
    Window window = opened(recent).window(end);
    OpenIncidents open = opened(incidents);
    if (open.mayChange(window)) {
      Baseline baseline = opened(history).before(site, end, rules.prior());
      open.close(window, baseline, end, out);
      open.open(window, baseline, end, out);
    }
    opened(recent).forget(end);
    if (opened(recent).isNeededAfter(end) || open.isAny()) {
      watchMinute(end, context);
    }
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
