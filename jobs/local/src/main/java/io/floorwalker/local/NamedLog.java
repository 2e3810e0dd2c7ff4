package io.floorwalker.local;

/** A command whose log file is not named like the command itself. */
interface NamedLog {

  /** The file's name below {@code D/logs}, without its ending. */
  String logName();
}
