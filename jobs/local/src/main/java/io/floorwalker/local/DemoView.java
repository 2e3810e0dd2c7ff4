package io.floorwalker.local;

/** Where a running demo is shown. */
interface DemoView extends AutoCloseable {

  /** One thing that happened, in one line. */
  void happened(String line);

  /** The figures are current; how often they are drawn is the view's choice. */
  void refresh(LiveSnapshot snapshot);

  /** What a person has to know beside the figures, such as a job that restarts. */
  void notice(String line);

  /** The terminal as it was, at once: the process is about to end. */
  void abandon();

  /** Ends the view; the terminal is as it was. Closing twice is harmless. */
  @Override
  void close();
}
