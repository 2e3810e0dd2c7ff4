package io.floorwalker.local;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --seed} and {@code --speed}: which shoppers come and how fast they think. */
final class PaceOption {

  @Option(names = "--seed", paramLabel = "N", description = "which shoppers come (default: 1)")
  private long seed = 1;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "divides the shoppers' thinking times (default: 1)")
  private double speed = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Fails as wrong usage unless the speed is above 0. */
  Pace pace() {
    if (!(speed > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--speed " + speed + ": give a number above 0");
    }
    return new Pace(seed, speed);
  }
}
