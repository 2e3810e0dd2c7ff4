package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.runtime.FlinkDefaults;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs one job on the cluster that the program was submitted to; wrong settings exit with 2. */
final class Main {
  private static final int WRONG_SETTING = 2;

  private Main() {}

  @SuppressWarnings("SystemOut") // the console is where the submitter reads
  static void run(Job job, String[] arguments) throws Exception {
    StreamExecutionEnvironment env;
    try {
      Settings settings = JobArguments.parse(arguments);
      env =
          StreamExecutionEnvironment.getExecutionEnvironment(FlinkDefaults.configuration(settings));
      job.build(env, settings);
    } catch (InvalidSettings e) {
      System.err.println(e.getMessage());
      System.exit(WRONG_SETTING);
      return;
    }
    env.execute(job.name());
  }
}
