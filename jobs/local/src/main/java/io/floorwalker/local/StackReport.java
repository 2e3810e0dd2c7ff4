package io.floorwalker.local;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The addresses of a stack. */
final class StackReport {

  private final Stack stack;

  StackReport(Stack stack) {
    this.stack = stack;
  }

  void print(PrintWriter out) {
    Path dir = stack.dir();
    out.println("Kafka      " + stack.bootstrapServers());
    out.println("catalog    " + dir.resolve("catalog.db") + " (SQLite, name floorwalker)");
    out.println("warehouse  " + dir.resolve("warehouse"));
    out.println("logs       " + dir.resolve("logs"));
    FlinkCluster cluster = FlinkCluster.of(stack);
    if (cluster.running()) {
      out.println("Flink      " + cluster.files().address());
      out.println("client     " + cluster.files().client());
      out.println("settings   " + dir.resolve("run/stack.yaml"));
    }
    out.println("stop with  floorwalker down" + stack.dirOption());
    out.flush();
  }
}
