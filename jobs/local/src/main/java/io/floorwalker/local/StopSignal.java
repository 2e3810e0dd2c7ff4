package io.floorwalker.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * INT (Ctrl-C) and TERM as something to wait for. The JVM's own way, shutdown hooks, runs those of
 * Flink at the same moment, which take the files away that the last checkpoint needs. A second
 * signal ends the process at once.
 */
final class StopSignal {

  private static final int INTERRUPTED = 130;

  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private volatile Runnable beforeHalt = () -> {};

  private StopSignal() {}

  /** Handles the process's signals from now on. */
  static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    signal.handle("INT");
    signal.handle("TERM");
    return signal;
  }

  /** Comes only when a program asks; for runs inside other programs. */
  static StopSignal never() {
    return new StopSignal();
  }

  void ask() {
    if (!asked.complete(null)) {
      beforeHalt.run();
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  /** What must be done even where a second signal ends the process: nothing that waits. */
  void beforeHalt(Runnable last) {
    beforeHalt = last;
  }

  boolean isAsked() {
    return asked.isDone();
  }

  /** Waits for the signal; true when it came within the time. */
  boolean within(long millis) {
    try {
      asked.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  // By reflection, as Kafka does: the class is supported but not part of the Java API, and naming
  // it
  // is a compiler warning that cannot be switched off.
  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler invocation =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              ask();
              return null;
            }
            return method.invoke(this, arguments);
          };
      Object proxy =
          Proxy.newProxyInstance(
              StopSignal.class.getClassLoader(), new Class<?>[] {handler}, invocation);
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM does not let programs handle " + name, e);
    }
  }
}
