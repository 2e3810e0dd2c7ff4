package io.floorwalker.deliver;

import io.floorwalker.decisions.ConsentDefaults;
import io.floorwalker.decisions.GateKey;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Says of every action that needs a person's consent that it is over as soon as they take it back,
 * wherever the action is by then: held, waiting for its time, or for its next attempt. That there
 * was consent when it was decided is decide's word; here only a no counts.
 */
final class ConsentWatch extends KeyedCoProcessFunction<String, Errand, ConsentWord, Errand> {
  private static final long serialVersionUID = 1L;
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final ConsentDefaults defaults;

  private transient @Nullable MapState<String, Boolean> words;
  private transient @Nullable MapState<String, Errand> open;
  private transient Counter withdrawn = new SimpleCounter();

  ConsentWatch(ConsentDefaults defaults) {
    this.defaults = defaults;
  }

  /** The defaults say what no word at all counts as. */
  static DataStream<Errand> attach(
      DataStream<Errand> errands, DataStream<ConsentWord> words, ConsentDefaults defaults) {
    return errands
        .connect(words)
        .keyBy(errand -> person(errand.action()), ConsentWord::person)
        .process(new ConsentWatch(defaults))
        .returns(TypeInformation.of(Errand.class))
        .name("consent watch")
        .uid("consent-watch-v1");
  }

  @Override
  public void open(OpenContext context) {
    words =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("words", Types.STRING, Types.BOOLEAN));
    MapStateDescriptor<String, Errand> errands =
        new MapStateDescriptor<>("open", Types.STRING, TypeInformation.of(Errand.class));
    errands.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    open = getRuntimeContext().getMapState(errands);
    withdrawn = getRuntimeContext().getMetricGroup().counter("consent_withdrawn");
  }

  @Override
  public void processElement1(Errand errand, Context context, Collector<Errand> out)
      throws Exception {
    Action action = errand.action();
    if (errand.isOver() || !needsConsent(action)) {
      opened(open).remove(errand.id());
      out.collect(errand);
    } else if (Boolean.FALSE.equals(opened(words).get(subject(action)))) {
      out.collect(over(errand));
    } else {
      opened(open).put(errand.id(), errand);
      out.collect(errand);
    }
  }

  @Override
  public void processElement2(ConsentWord word, Context context, Collector<Errand> out)
      throws Exception {
    if (word.granted() == null) {
      opened(words).remove(word.subject());
    } else {
      opened(words).put(word.subject(), word.granted());
    }
    List<Errand> without = new ArrayList<>();
    for (Errand errand : opened(open).values()) {
      if (subject(errand.action()).equals(word.subject()) && isNo(word, errand.action())) {
        without.add(errand);
      }
    }
    for (Errand errand : without) {
      opened(open).remove(errand.id());
      out.collect(over(errand));
    }
  }

  private Errand over(Errand errand) {
    withdrawn.inc();
    Action action =
        Action.newBuilder(errand.action())
            .setStatus("cancelled")
            .setReason(Errand.WITHDRAWN)
            .build();
    return new Errand(action, errand.heardAt());
  }

  private boolean isNo(ConsentWord word, Action action) {
    Boolean granted = word.granted();
    return granted == null ? !agreedInSilence(action.getPurpose()) : !granted;
  }

  private boolean agreedInSilence(Purpose purpose) {
    return switch (purpose) {
      case SERVICE -> true;
      case MARKETING -> defaults.marketing();
      case SALES -> defaults.sales();
      case PROFILING -> defaults.profiling();
      case UNKNOWN -> false;
    };
  }

  /** A person who is reached for more than service must have agreed. */
  private static boolean needsConsent(Action action) {
    return action.getAudience() == Audience.CUSTOMER && action.getPurpose() != Purpose.SERVICE;
  }

  private static String subject(Action action) {
    return ConsentWord.subject(action.getPurpose(), action.getChannel());
  }

  static String person(Action action) {
    if (action.getCustomerKey() != null) {
      return action.getCustomerKey();
    }
    return action.getAccountId() == null
        ? action.getSite()
        : GateKey.contact(
            action.getAccountId(), Objects.requireNonNullElse(action.getContactId(), ""));
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
