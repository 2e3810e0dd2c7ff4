package io.floorwalker.local;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import io.floorwalker.runtime.FlinkDefaults;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Whether each job can be built with the settings, as far as it comes before it is submitted. */
final class JobsDoctor {

  private static final String AREA = "jobs";

  private final Settings settings;

  JobsDoctor(Settings settings) {
    this.settings = settings;
  }

  List<Diagnosis> examine() {
    return Jobs.all().stream().map(this::build).toList();
  }

  private Diagnosis build(Job job) {
    StreamExecutionEnvironment env =
        new StreamExecutionEnvironment(FlinkDefaults.configuration(settings));
    env.setParallelism(1);
    try {
      job.build(env, settings);
      var unused = env.getStreamGraph();
      return Diagnosis.ok(AREA, job.name());
    } catch (InvalidSettings e) {
      return Diagnosis.wrong(AREA, job.name(), String.valueOf(e.getMessage()), "see there");
    } catch (RuntimeException e) {
      return Diagnosis.wrong(
          AREA, job.name(), RootCause.line(e), "see the other areas; what they lack, it lacks");
    }
  }
}
