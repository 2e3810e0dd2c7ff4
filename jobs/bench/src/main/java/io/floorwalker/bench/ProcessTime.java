package io.floorwalker.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The CPU that this JVM has used, all of its threads; the broker has a JVM of its own. */
final class ProcessTime {

  private ProcessTime() {}

  static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
