package io.floorwalker.deliver;

/** The one thread on which a dispatch does everything, so that it needs no locks. */
interface Loop {

  /** Does it soon. The only method that other threads call. */
  void execute(Runnable step);

  /** Does it when so many milliseconds of wall clock have passed. */
  void after(long millis, Runnable step);
}
