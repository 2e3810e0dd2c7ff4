package io.floorwalker.deliver.web;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no JVM alive. */
public final class DaemonThreads {

  private DaemonThreads() {}

  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
