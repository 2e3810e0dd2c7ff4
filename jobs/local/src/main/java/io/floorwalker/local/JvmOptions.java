package io.floorwalker.local;

import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/** What this JVM was told that each JVM needs that runs our jobs: opened packages and limits. */
final class JvmOptions {

  private JvmOptions() {}

  static String text() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            argument ->
                argument.startsWith("--add-opens=")
                    || argument.startsWith("--add-exports=")
                    || argument.startsWith("-Dorg.apache.avro.limits."))
        .collect(Collectors.joining(" "));
  }
}
